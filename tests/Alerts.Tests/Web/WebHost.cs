using System.Net.Http.Headers;
using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Auditing;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Endpoints;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Own;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Fakes;
using Alerts.Web;
using Alerts.Web.Pages.Inbox;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Web;

/// <summary>The HTTP surface over stores in memory: on a test server, or on Kestrel where a browser has to reach it.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    public const string AdminKey = "admin-key-of-the-tests-0123456789";

    private readonly WebApplication app;

    private WebHost(WebApplication app)
    {
        this.app = app;
        Client = CreateClient(key: null);
        Admin = CreateClient(AdminKey);
    }

    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Without a key.</summary>
    public HttpClient Client { get; }

    public HttpClient Admin { get; }

    public Uri Address => AddressOf(app);

    public FakeTimeProvider Time => Get<FakeTimeProvider>();

    public HttpClient CreateClient(string? key)
    {
        var client = app.Services.GetRequiredService<IServer>() is TestServer server ? server.CreateClient() : new HttpClient { BaseAddress = AddressOf(app) };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public TAs Get<T, TAs>()
        where T : notnull
        where TAs : T => (TAs)app.Services.GetRequiredService<T>();

    public string Token(TokenPurpose purpose, Subscription subscription) => Get<SubscriptionTokens>().Sign(purpose, subscription.Id, subscription.Generation);

    public static async Task<WebHost> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null, bool kestrel = false)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Alerts:Api:AdminKey"] = AdminKey });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders();
        AddServices(builder.Services, builder.Configuration);
        configure?.Invoke(builder.Services);
        if (kestrel)
        {
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        var app = builder.Build();
        app.UseAlerts();
        app.MapAlerts();
        await app.StartAsync();
        return new WebHost(app);
    }

    public static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAlertsWeb(configuration);
        services.AddSingleton<ArticleIntake>();
        services.AddSingleton<DeliveryDispatch>();
        services.AddSingleton<EndpointKeeper>();
        services.AddSingleton<DeliveryClaims>();
        services.AddSingleton<WatchTexts>();
        services.AddSingleton(new InstanceName("test"));
        services.AddSingleton<Core.IDice, Infrastructure.SystemDice>();
        services.AddSingleton(new Operators(Options.Create(new OperatorOptions())));
        services.AddSingleton<LatencyLedger>();
        services.AddSingleton<Core.Operations.SourceLatencies>();
        services.AddSingleton<IAlarmStore, MemoryAlarmStore>();
        services.AddSingleton<IHeartbeatStore, MemoryHeartbeatStore>();
        services.AddSingleton(new HeartbeatSigner([new TokenKey("t1", new byte[32])]));
        services.AddSingleton(new FakeTimeProvider(Now));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<FakeTimeProvider>());
        services.AddSingleton<ISubscriptionStore, MemorySubscriptionStore>();
        services.AddSingleton<IDeliveryStore, MemoryDeliveryStore>();
        services.AddSingleton<IHitStore, MemoryHitStore>();
        services.AddSingleton<IStoryStore, MemoryStoryStore>();
        services.AddSingleton<IIncidentStore, MemoryIncidentStore>();
        services.AddSingleton<IHitFeedbackStore, MemoryHitFeedbackStore>();
        services.AddSingleton<IErasedAddresses, MemoryErasedAddresses>();
        services.AddSingleton<IRateLimiter, MemorySlidingWindows>();
        services.AddSingleton<IOwnTopicStore, MemoryOwnTopicStore>();
        services.AddSingleton<MemoryOwnStories>();
        services.AddSingleton<IOwnStories>(provider => provider.GetRequiredService<MemoryOwnStories>());
        services.AddSingleton<IOwnHitStore>(provider => provider.GetRequiredService<MemoryOwnStories>());
        services.AddSingleton<ISourceStore, MemorySourceStore>();
        services.AddSingleton<IArticleStore, MemoryArticleStore>();
        services.AddSingleton<IAlertStore, MemoryAlertStore>();
        services.AddSingleton<IApiKeyStore, MemoryApiKeyStore>();
        services.AddSingleton<IAuditLog, MemoryAuditLog>();
        services.AddSingleton<ISuppressionStore, MemorySuppressionStore>();
        services.AddSingleton<IChannelPauses, MemoryChannelPauses>();
        services.AddSingleton<IMailBudget, MemoryMailBudget>();
        services.AddSingleton<IEvidenceStore, MemoryEvidenceStore>();
        services.AddSingleton<IActivityObserver, NobodyWatches>();
        services.AddOptions<EmailOptions>().Bind(configuration.GetSection(EmailOptions.Section));
        services.AddSingleton<IMessageQueue, MemoryMessageQueue>();
        services.AddSingleton<IDeadLetters, MemoryDeadLetters>();
        services.AddSingleton<ITopicCatalog, TwoTopics>();
        services.AddSingleton<IArticleMatcher, HackMatcher>();
        services.AddSingleton<IMessageHandler<ReadMessage>, MarkAsRead>();
        services.AddSingleton(provider => new SubscriptionTokens([new TokenKey("t1", new byte[32])], provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new AddressHashes([new TokenKey("t1", new byte[32])]));
        services.AddSingleton(new PublicLinks(new Uri("https://alerts.example.org")));
        services.AddSingleton<IOutbox, TwoMails>();
        services.AddSingleton<IStorageHealth, StorageThatAnswers>();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Admin.Dispose();
        await app.DisposeAsync();
    }

    private static Uri AddressOf(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private sealed class TwoTopics : ITopicCatalog
    {
        public IReadOnlyList<TopicSummary> Topics { get; } =
        [
            new("dprk-crypto", 1, "North-Korea-linked crypto theft", "Thefts, laundering and sanctions in which North Korea or one of its groups is named.", "actor NEAR crypto AND theft"),
            new("exchange-hack", 1, "Hacks of exchanges and protocols", "Exchanges, bridges, wallets and protocols that lost funds to an attack, whoever did it.", "victim AND theft"),
        ];
    }

    private sealed class HackMatcher : IArticleMatcher
    {
        public ArticleReading Read(Article article) => new(
            article,
            article.Language ?? "en",
            [],
            [new Match("exchange-hack", 1, article.Title.Contains("hack", StringComparison.OrdinalIgnoreCase), 70, new Explanation { Summary = "The title names a hack." })]);
    }

    private sealed class MarkAsRead(IArticleStore articles, TimeProvider time) : IMessageHandler<ReadMessage>
    {
        public async Task HandleAsync(ReadMessage message, CancellationToken cancellationToken) =>
            await articles.SaveAsync([.. (await articles.GetAsync(message.ArticleIds, cancellationToken)).Select(article => article with { ReadAt = time.GetUtcNow() })], cancellationToken);
    }

    private sealed class NobodyWatches : IActivityObserver
    {
        public void Observe(Activity activity)
        {
            // Pages and API are what is tested here.
        }
    }

    private sealed class StorageThatAnswers : IStorageHealth
    {
        public Task<StorageHealthReport> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(StorageHealthReport.Ok);
    }

    private sealed class TwoMails : IOutbox
    {
        private static readonly Dictionary<string, string> Mails = new()
        {
            ["first"] = "From: Alerts <alerts@example.org>\r\nTo: a@example.org\r\nSubject: Confirm\r\nDate: Mon, 02 Mar 2026 12:00:00 +0000\r\nContent-Type: text/plain\r\n\r\nPlain.",
            ["second"] = "From: Alerts <alerts@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?q?Hack_=E2=80=93_$1.5_billion?=\r\nContent-Type: text/html\r\n\r\n"
                + "<!DOCTYPE html><html><head><title>x</title></head><body><script>alert(1)</script><p>Rich.</p></body></html>",
        };

        public IReadOnlyList<OutboxMail> List(int take) => [.. Mails.Keys.Select(id => new OutboxMail(id, Now))];

        public Stream? Open(string id) => Mails.TryGetValue(id, out var mail) ? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)) : null;
    }
}
