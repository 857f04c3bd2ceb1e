using Alerts.Infrastructure.Storage;
using Alerts.Infrastructure.Storage.Azurite;

[assembly: AssemblyFixture(typeof(Alerts.Tests.Azurite.AzuriteFixture))]

namespace Alerts.Tests.Azurite;

/// <summary>
/// One emulator for a test run, started by the first test that asks. Its data is in memory; each <see cref="NewStorageAsync"/>
/// has tables and queues of its own, so tests do not see each other. The installation is shared by all runs: under the
/// repository's <c>.alerts/tools</c>, or where the variable ALERTS_TOOLS says.
/// </summary>
public sealed class AzuriteFixture : IAsyncDisposable
{
    private readonly Lazy<Task<AzuriteServer>> server = new(StartAsync);
    private int prefixes;

    public async Task<string> ConnectionStringAsync() => (await server.Value).ConnectionString;

    /// <summary>The product's storage services over fresh tables and queues.</summary>
    public async Task<ServiceProvider> NewStorageAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddStorage(new ConfigurationBuilder().AddInMemoryCollection(await NewSettingsAsync()).Build());
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<StorageSetup>().CreateAsync(CancellationToken.None);
        provider.GetRequiredService<StorageRequestCounter>().Reset();
        return provider;
    }

    /// <summary>For a whole application: storage that no other test uses.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> NewSettingsAsync() => new Dictionary<string, string?>
    {
        ["Alerts:Storage:ConnectionString"] = await ConnectionStringAsync(),
        ["Alerts:Storage:Prefix"] = $"t{Interlocked.Increment(ref prefixes)}",
    };

    public static string ToolsDirectory => Environment.GetEnvironmentVariable("ALERTS_TOOLS") is { Length: > 0 } directory ? directory : Path.Combine(Repository.Root, ".alerts", "tools");

    public async ValueTask DisposeAsync()
    {
        if (server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await server.Value).DisposeAsync();
        }
    }

    private static async Task<AzuriteServer> StartAsync()
    {
        var settings = new AzuriteSettings { ToolsDirectory = ToolsDirectory, QueuePort = 0, TablePort = 0 };
        return await AzuriteLauncher.StartAsync(settings, _ => { }, CancellationToken.None) switch
        {
            AzuriteOutcome.Started started => started.Server,
            var complaint => throw new InvalidOperationException(complaint.Advice),
        };
    }
}
