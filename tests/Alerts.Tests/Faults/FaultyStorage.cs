using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Alerts.Core;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;
using Alerts.Crash.Judging;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Fakes;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alerts.Tests.Faults;

/// <summary>The whole flow over storage that stands behind a network which fails. Feeds and the mail server are in memory; the latter keeps its own ledger.</summary>
internal sealed class FaultyStorage : IAsyncDisposable
{
    /// <summary>Within so long of storage's return work has been resumed and done, and within so long of its loss health is red.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider services;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task pumping;
    private readonly Ledger ledger;
    private readonly int readers;
    private int stories;

    private FaultyStorage(ServiceProvider services, Ledger ledger, TcpProxy tables, TcpProxy queues, int readers)
    {
        (this.services, this.ledger, this.readers, Tables, Queues) = (services, ledger, readers, tables, queues);
        var settings = new QueuePumpSettings { Visibility = TimeSpan.FromSeconds(5), RetryDelay = TimeSpan.FromMilliseconds(200) };
        pumping = services.GetRequiredService<QueuePump>().RunAsync(QueueNames.All, services.GetRequiredService<MessageDispatcher>().DispatchAsync, settings, stopping.Token);
    }

    public TcpProxy Tables { get; }

    public TcpProxy Queues { get; }

    public IStorageHealth Health => services.GetRequiredService<IStorageHealth>();

    public StorageTable Table => services.GetRequiredService<StorageClients>().Table(TableNames.Budgets);

    /// <summary>Asked by the mail server before it accepts.</summary>
    public Func<Task> Accepting { set => ledger.Accepting = value; }

    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync() =>
        (await services.GetRequiredService<IDeliveryStore>().ListAsync(null, null, 1_000, null, CancellationToken.None)).Items;

    public IReadOnlyList<string> Mails => [.. ledger.Accepted];

    public int MailsDue => stories * readers;

    public static async Task<FaultyStorage> StartAsync(IReadOnlyDictionary<string, string?> storage, int readers = 20)
    {
        var connection = storage["Alerts:Storage:ConnectionString"]!;
        var (tables, queues) = (new TcpProxy(new TableServiceClient(connection).Uri.Port), new TcpProxy(new QueueServiceClient(connection).Uri.Port));
        var settings = new Dictionary<string, string?>(storage)
        {
            ["Alerts:Storage:ConnectionString"] = connection
                .Replace($":{new TableServiceClient(connection).Uri.Port}/", $":{tables.Port}/", StringComparison.Ordinal)
                .Replace($":{new QueueServiceClient(connection).Uri.Port}/", $":{queues.Port}/", StringComparison.Ordinal),
        };
        var ledger = new Ledger();
        var collection = new ServiceCollection().AddLogging().AddAlerts(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        collection.Replace(ServiceDescriptor.Singleton<IEmailSender>(ledger));
        collection.Replace(ServiceDescriptor.Singleton<IFetcher>(new Feeds()));
        var services = collection.BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().CreateAsync(CancellationToken.None);
        for (var number = 1; number <= readers; number++)
        {
            await services.GetRequiredService<ISubscriptionStore>().TrySaveAsync(Some.Subscription(number) with { QuietHours = null, Topics = ["exchange-hack", "dprk-crypto"] }, CancellationToken.None);
        }

        return new FaultyStorage(services, ledger, tables, queues, readers);
    }

    /// <summary>News that every reader is due to be told.</summary>
    public async Task PublishAsync(int count)
    {
        for (var last = stories + count; stories < last; stories++)
        {
            var url = Feeds.UrlOf(stories);
            await services.GetRequiredService<ISourceStore>().AddIfAbsentAsync(Some.Source() with { Id = Source.IdOf(url), Url = url }, CancellationToken.None);
            await services.GetRequiredService<IMessageQueue>().SendAsync(QueueNames.Fetch, new FetchMessage([Source.IdOf(url)]));
        }
    }

    /// <summary>All mails that are due, or the time is over.</summary>
    public async Task AwaitMailsAsync(TimeSpan limit)
    {
        var end = DateTime.UtcNow + limit;
        while (ledger.Accepted.Distinct().Count() < MailsDue && DateTime.UtcNow < end)
        {
            await Task.Delay(50);
        }
    }

    public static async Task WhileAsync(Func<bool> condition)
    {
        for (var end = DateTime.UtcNow + Soon; condition() && DateTime.UtcNow < end;)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>Until every outcome is recorded, or the time is over: a sender does not give its record up while the storage that it would go to is away.</summary>
    public async Task AwaitRecordsAsync()
    {
        for (var end = DateTime.UtcNow + Soon; (await DeliveriesAsync()).Any(delivery => !delivery.IsFinal) && DateTime.UtcNow < end;)
        {
            await Task.Delay(50);
        }
    }

    public void AssertToldOnce() => Assert.Equal((MailsDue, 0), (Mails.Distinct().Count(), Mails.Count - Mails.Distinct().Count()));

    public async ValueTask DisposeAsync()
    {
        Tables.Up();
        Queues.Up();
        await stopping.CancelAsync();
        await pumping;
        await services.DisposeAsync();
        await Tables.DisposeAsync();
        await Queues.DisposeAsync();
        stopping.Dispose();
    }

    private sealed class Ledger : IEmailSender
    {
        public ConcurrentQueue<string> Accepted { get; } = new();

        public Func<Task> Accepting { get; set; } = () => Task.CompletedTask;

        public async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken)
        {
            await Accepting();
            foreach (var item in items)
            {
                Accepted.Enqueue(item.Delivery.Id.ToString());
            }

            return [.. items.Select(_ => new SendOutcome.Delivered("ledger"))];
        }
    }

    /// <summary>Every feed lists one theft of its own, and an article about nothing.</summary>
    private sealed class Feeds : IFetcher
    {
        public static Uri UrlOf(int number) => new(string.Create(CultureInfo.InvariantCulture, $"https://press{number}.example/feed.xml"));

        public Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            var host = request.Url.Host;
            var number = int.Parse(host[5..host.IndexOf('.', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
            var items = string.Concat(
                Item(host, "theft", $"Hackers steal ${number + 11} million in ether from the crypto exchange Coin{number} of {host}"),
                Item(host, "calm", $"Results of company {number} in line with what analysts had expected"));
            var body = $"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>{host}</title>{items}</channel></rss>";
            return Task.FromResult<FetchOutcome>(
                new FetchOutcome.Fetched(request.Url, Encoding.UTF8.GetBytes(body), new Dictionary<string, string> { ["content-type"] = "application/rss+xml" }));
        }

        private static string Item(string host, string path, string title)
        {
            var text = string.Join(' ', Enumerable.Repeat(title + ", the company said on Tuesday.", 40));
            return $"<item><title>{title}</title><link>https://{host}/{path}</link><guid>{path}</guid><pubDate>{DateTime.UtcNow:R}</pubDate><content:encoded>&lt;p&gt;{text}&lt;/p&gt;</content:encoded></item>";
        }
    }
}
