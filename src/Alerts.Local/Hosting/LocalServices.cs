using Alerts.Core.Auditing;
using Alerts.Core.Messaging;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Alerts.Web;
using Spectre.Console;

namespace Alerts.Local.Hosting;

/// <summary>The system's parts for a verb that comes and goes: the storage of the running instance, or one started for the occasion.</summary>
internal sealed class LocalServices : IAsyncDisposable
{
    private readonly LocalStorage? storage;
    private readonly ServiceProvider provider;

    private LocalServices(LocalStorage? storage, ServiceProvider provider)
    {
        this.storage = storage;
        this.provider = provider;
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <exception cref="StorageMissingException">There is no storage to be had; the message says what to do.</exception>
    public static async Task<LocalServices> OpenAsync(LocalFolder folder, CancellationToken cancellationToken)
    {
        using var words = new StringWriter();
        var notes = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(words), Ansi = AnsiSupport.No });
        var storage = await LocalStorage.OpenAsync(folder, Configure(folder), notes, cancellationToken) ?? throw new StorageMissingException(words.ToString().Trim());
        var services = new LocalServices(storage, Build(storage.Configuration));
        await services.Get<StorageSetup>().CreateAsync(cancellationToken);
        return services;
    }

    /// <summary>For acts that change something: who did what, into the audit log.</summary>
    public Task AuditAsync(string action, string target, CancellationToken cancellationToken, string detail = "") =>
        Get<IAuditLog>().AppendAsync(new AuditAct($"command line:{Environment.UserName}", action, target, detail), cancellationToken);

    /// <summary>For verbs that keep nothing.</summary>
    public static LocalServices WithoutStorage(LocalFolder folder)
    {
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(Configure(folder))
            .AddInMemoryCollection(new Dictionary<string, string?> { [StorageOptions.Section + ":ConnectionString"] = "UseDevelopmentStorage=true" })
            .Build();
        return new LocalServices(storage: null, Build(configuration));
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        if (storage is not null)
        {
            await storage.DisposeAsync();
        }
    }

    private static IConfigurationRoot Configure(LocalFolder folder) => LocalConfiguration.Build(folder, LocalKeys.LoadOrCreate(folder));

    private static ServiceProvider Build(IConfiguration configuration) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IActivityObserver, Unobserved>()
        .AddAlerts(configuration)
        .AddAlertsWeb(configuration)
        .BuildServiceProvider();

    private sealed class Unobserved : IActivityObserver
    {
        public void Observe(Activity activity)
        {
            // A verb prints its own result.
        }
    }
}
