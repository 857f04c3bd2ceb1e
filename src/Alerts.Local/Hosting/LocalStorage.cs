using Alerts.Infrastructure.Storage;
using Alerts.Infrastructure.Storage.Azurite;
using Spectre.Console;

namespace Alerts.Local.Hosting;

/// <summary>The storage that the settings name; where they name none, an emulator of our own, with its data in the folder.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private const string ConnectionKey = StorageOptions.Section + ":ConnectionString";
    private const string AccountKey = StorageOptions.Section + ":AccountName";

    private readonly AzuriteServer? emulator;

    private LocalStorage(IConfiguration configuration, AzuriteServer? emulator)
    {
        Configuration = configuration;
        this.emulator = emulator;
    }

    /// <summary>With the address of the storage in it.</summary>
    public IConfiguration Configuration { get; }

    /// <returns>Null where there is none to be had; what to do has been printed.</returns>
    public static async Task<LocalStorage?> OpenAsync(LocalFolder folder, IConfiguration configuration, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(configuration[ConnectionKey]) || !string.IsNullOrEmpty(configuration[AccountKey]))
        {
            return new LocalStorage(configuration, emulator: null);
        }

        if (await RunningAsync(folder, configuration, cancellationToken) is { } running)
        {
            return running;
        }

        var settings = new AzuriteSettings { ToolsDirectory = folder.Tools, DataDirectory = folder.Storage, QueuePort = 0, TablePort = 0 };
        switch (await AzuriteLauncher.StartAsync(settings, text => console.MarkupLine($"[grey]{Markup.Escape(text)}[/]"), cancellationToken))
        {
            case AzuriteOutcome.Started started:
                await File.WriteAllTextAsync(AddressFile(folder), started.Server.ConnectionString, cancellationToken);
                return new LocalStorage(With(configuration, started.Server.ConnectionString), started.Server);
            case var failure:
                console.MarkupLine($"[red]No storage.[/] {Markup.Escape(failure.Advice)}");
                return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (emulator is not null)
        {
            await emulator.DisposeAsync();
        }
    }

    /// <summary>While <c>alerts run</c> runs in this folder, the other verbs use its emulator.</summary>
    private static async Task<LocalStorage?> RunningAsync(LocalFolder folder, IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (!File.Exists(AddressFile(folder)))
        {
            return null;
        }

        var connection = await File.ReadAllTextAsync(AddressFile(folder), cancellationToken);
        try
        {
            await new Azure.Data.Tables.TableServiceClient(connection, new() { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(2) } })
                .GetPropertiesAsync(cancellationToken);
            return new LocalStorage(With(configuration, connection), emulator: null);
        }
        catch (Exception e) when (e is Azure.RequestFailedException or AggregateException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string AddressFile(LocalFolder folder) => Path.Combine(folder.Root, "storage.txt");

    private static IConfigurationRoot With(IConfiguration configuration, string connection) => new ConfigurationBuilder()
        .AddConfiguration(configuration)
        .AddInMemoryCollection(new Dictionary<string, string?> { [ConnectionKey] = connection })
        .Build();
}
