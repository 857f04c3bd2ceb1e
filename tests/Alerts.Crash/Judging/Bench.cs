using System.Globalization;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Alerts.Infrastructure.Storage.Azurite;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Crash.Judging;

/// <summary>All that outlives the instances: storage, the news, the mail server, and the way to them.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly AzuriteServer emulator;
    private readonly ServiceProvider services;
    private readonly TcpProxy queueProxy;
    private readonly TcpProxy mailProxy;
    private readonly Dictionary<string, string> settings;
    private readonly JudgeOptions options;

    private Bench(AzuriteServer emulator, NewsSite news, HookLedger hooks, JudgeOptions options)
    {
        (this.emulator, News, Hooks, this.options) = (emulator, news, hooks, options);
        queueProxy = new TcpProxy(new QueueServiceClient(emulator.ConnectionString).Uri.Port);
        mailProxy = new TcpProxy(Mail.Port);
        settings = new Dictionary<string, string>
        {
            ["Alerts:PublicUrl"] = "https://alerts.example.org",
            ["Alerts:Storage:ConnectionString"] = emulator.ConnectionString,
            ["Alerts:Tokens:Keys:0:Id"] = "crash",
            ["Alerts:Tokens:Keys:0:Key"] = Convert.ToBase64String(new byte[32]),
            ["Alerts:Email:Mode"] = "Smtp",
            ["Alerts:Email:From"] = "alerts@example.org",
            ["Alerts:Email:Smtp:Host"] = "127.0.0.1",
            ["Alerts:Email:Smtp:Port"] = mailProxy.Port.ToString(CultureInfo.InvariantCulture),
            ["Alerts:Email:Smtp:Security"] = "None",
            ["Alerts:Email:Smtp:Connections"] = options.Connections.ToString(CultureInfo.InvariantCulture),
            ["Alerts:Fetching:AllowedHosts:0"] = news.Authority,
            ["Alerts:Fetching:AllowedHosts:1"] = hooks.Authority,
        };
        services = new ServiceCollection().AddLogging()
            .AddAlerts(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build())
            .BuildServiceProvider();

        // The instances' way to the queues can be watched; the judge has a way of its own.
        settings["Alerts:Storage:ConnectionString"] = emulator.ConnectionString.Replace(
            $":{new QueueServiceClient(emulator.ConnectionString).Uri.Port}/", $":{queueProxy.Port}/", StringComparison.Ordinal);
    }

    public Ledger Mail { get; } = new();

    public HookLedger Hooks { get; }

    public NewsSite News { get; }

    public IReadOnlyDictionary<string, string> Settings => settings;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static async Task<Bench> StartAsync(JudgeOptions options)
    {
        var tools = Environment.GetEnvironmentVariable("ALERTS_TOOLS") is { Length: > 0 } named ? named : Path.Combine(".alerts", "tools");
        var emulator = await AzuriteLauncher.StartAsync(new AzuriteSettings { ToolsDirectory = Path.GetFullPath(tools), QueuePort = 0, TablePort = 0 }, Console.WriteLine, CancellationToken.None) switch
        {
            AzuriteOutcome.Started started => started.Server,
            var failure => throw new InvalidOperationException(failure.Advice),
        };
        var bench = new Bench(emulator, await NewsSite.StartAsync(), await HookLedger.StartAsync(), options);
        await bench.Get<StorageSetup>().CreateAsync(CancellationToken.None);
        return bench;
    }

    /// <summary>All that are to be told: mailboxes, and an endpoint for each fourth of them.</summary>
    public Task SubscribeAsync() => Parallel.ForEachAsync(
        [.. Enumerable.Range(0, options.Subscribers).Select(number => new Channel(ChannelKind.Email, AddressOf(number))), .. Enumerable.Range(0, options.Endpoints).Select(EndpointOf)],
        new ParallelOptions { MaxDegreeOfParallelism = 16 },
        async (channel, cancellationToken) => await Get<ISubscriptionStore>().TrySaveAsync(
            new Subscription
            {
                Id = Subscription.IdOf(channel.Kind, channel.Target),
                Channel = channel,
                Topics = ["dprk-crypto", "exchange-hack"],
                Status = SubscriptionStatus.Active,
                CreatedAt = TimeProvider.System.GetUtcNow(),
            },
            cancellationToken));

    private Channel EndpointOf(int number) =>
        new(ChannelKind.Webhook, Hooks.UrlOf(number)) { Secrets = [new WebhookSecret("whsec_" + Convert.ToBase64String(new byte[24]))] };

    public static string AddressOf(int number) => string.Create(CultureInfo.InvariantCulture, $"reader{number}@example.org");

    /// <summary>A new feed with one story, and the message to poll it.</summary>
    public async Task PublishAsync(int number)
    {
        var url = News.FeedOf(number);
        var source = new Source { Id = Source.IdOf(url), Name = $"News {number}", Kind = SourceKind.Feed, Url = url, Publisher = $"news-{number}" };
        await Get<ISourceStore>().AddIfAbsentAsync(source, CancellationToken.None);
        await Get<IMessageQueue>().SendAsync(QueueNames.Fetch, new FetchMessage([source.Id], Pushed: true));
    }

    /// <summary>A message that no handler can read, so that it moves to the poison queue.</summary>
    public Task PoisonAsync() => new QueueServiceClient(emulator.ConnectionString).GetQueueClient(QueueNames.Read).SendMessageAsync("{broken");

    public async Task<int> PoisonedAsync() => (await Get<IDeadLetters>().ListAsync(new DeadLetterFilter(QueueNames.Read), CancellationToken.None)).Count;

    public Task ClearPoisonAsync() => new QueueServiceClient(emulator.ConnectionString).GetQueueClient(QueueNames.PoisonOf(QueueNames.Read)).ClearMessagesAsync();

    /// <summary>Messages on their way, those in hand included.</summary>
    public async Task<int> WaitingAsync() =>
        (await Get<IDeadLetters>().CountAsync(CancellationToken.None)).Where(queue => QueueNames.All.Contains(queue.Key)).Sum(queue => queue.Value);

    /// <summary>Kills when the how-manieth mail, or move to the poison queue, is on its way; half of it gets through, or all of it but the answer.</summary>
    public void Trip(CrashPoint point, int pass, bool half, Action kill)
    {
        var left = pass;
        (point == CrashPoint.DuringData ? mailProxy : queueProxy).TripWire = text =>
        {
            var word = point == CrashPoint.DuringData ? "List-Unsubscribe-Post" : QueueNames.PoisonOf(QueueNames.Read) + "/messages";
            if (!text.Contains(word, StringComparison.OrdinalIgnoreCase) || Interlocked.Decrement(ref left) != 0)
            {
                return false;
            }

            kill();
            return half;
        };
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await queueProxy.DisposeAsync();
        await mailProxy.DisposeAsync();
        await News.DisposeAsync();
        await Mail.DisposeAsync();
        await Hooks.DisposeAsync();
        await emulator.DisposeAsync();
    }
}
