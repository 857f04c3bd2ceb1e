using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Alerts.Core;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Alerts.Infrastructure.Storage.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alerts.Benchmarks.Pipeline;

/// <summary>
/// Articles that come with their text, from the poll to the mail handed over: real handlers, matcher, tables, queues and pump against Azurite;
/// only the feeds and the mail server are in memory. One article in ten is a hit.
/// </summary>
internal static class PipelineBenchmark
{
    private const int Feeds = 40;
    private const int EntriesPerFeed = 100;
    private const int Singles = 100;
    private static readonly TimeSpan SingleEvery = TimeSpan.FromMilliseconds(250);

    public static async Task<int> RunAsync()
    {
        var tools = Environment.GetEnvironmentVariable("ALERTS_TOOLS") ?? Path.Combine(".alerts", "tools");
        var settings = new AzuriteSettings { ToolsDirectory = Path.GetFullPath(tools), QueuePort = 0, TablePort = 0 };
        if (await AzuriteLauncher.StartAsync(settings, Console.WriteLine, CancellationToken.None) is not AzuriteOutcome.Started started)
        {
            Console.Error.WriteLine("The storage emulator did not start.");
            return 1;
        }

        await using var emulator = started.Server;
        await using var services = Build(emulator.ConnectionString);
        await services.GetRequiredService<StorageSetup>().CreateAsync(CancellationToken.None);
        await SeedAsync(services);

        // One article through everything first: what is built once is built now.
        await RunAsync(services, sources: 1);
        var watch = services.GetRequiredService<StageWatch>();
        watch.Reset();
        var counter = services.GetRequiredService<StorageRequestCounter>();
        counter.Reset();
        var sink = services.GetRequiredService<Sink>();
        var before = sink.Mails;
        var clock = Stopwatch.StartNew();
        await RunAsync(services, Feeds);
        clock.Stop();

        var articles = (Feeds - 1) * EntriesPerFeed;
        Print($"{articles} articles, {sink.Mails - before} mails in {clock.Elapsed.TotalSeconds:0.0} s: {articles / clock.Elapsed.TotalSeconds:0} articles/s");
        foreach (var (stage, busy) in watch.Busy.OrderByDescending(item => item.Value))
        {
            Print($"  {stage,-9} {busy.TotalSeconds,7:0.0} s in handlers, {100 * busy / watch.Total:0} %");
        }

        Print($"storage requests an article: {(double)counter.Total / articles:0.000}");
        foreach (var (operation, count) in counter.Snapshot())
        {
            Print($"  {operation,-28} {count,6}   {(double)count / articles:0.0000}");
        }

        Print($"processor time of this process: {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:0.0} s; the emulator's two processes take the rest");

        sink.Latencies.Clear();
        await TrickleAsync(services);
        if (sink.Latencies.IsEmpty)
        {
            Console.Error.WriteLine("No mail came of the single articles: each should have opened a story.");
            return 1;
        }

        var waits = sink.Latencies.Select(wait => wait.TotalSeconds).Order().ToArray();
        Print($"one article every {SingleEvery.TotalMilliseconds:0} ms, from its first sight to the mail handed over, {waits.Length} mails: p50 {At(waits, 0.50):0.00} s, p95 {At(waits, 0.95):0.00} s, p99 {At(waits, 0.99):0.00} s");
        return 0;
    }

    private static double At(double[] ordered, double share) => ordered[(int)Math.Ceiling(share * ordered.Length) - 1];

    private static ServiceProvider Build(string connection)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Alerts:Storage:ConnectionString"] = connection,
            ["Alerts:Tokens:Keys:0:Id"] = "bench",
            ["Alerts:Tokens:Keys:0:Key"] = Convert.ToBase64String(new byte[32]),
        }).Build();
        var services = new ServiceCollection().AddLogging().AddAlerts(configuration);
        services.AddSingleton<Sink>().AddSingleton<StageWatch>();
        services.Replace(ServiceDescriptor.Singleton<IFetcher, MadeFeeds>());
        services.Replace(ServiceDescriptor.Singleton<IEmailSender>(provider => provider.GetRequiredService<Sink>()));
        services.Replace(ServiceDescriptor.Singleton<IActivityObserver, Unobserved>());
        return services.BuildServiceProvider();
    }

    private static async Task SeedAsync(IServiceProvider services)
    {
        foreach (var url in Enumerable.Range(0, Feeds).Select(MadeFeeds.UrlOf).Concat(Enumerable.Range(0, Singles).Select(MadeFeeds.SingleUrlOf)))
        {
            await services.GetRequiredService<ISourceStore>().AddIfAbsentAsync(
                new Source { Id = Source.IdOf(url), Name = url.Host, Kind = SourceKind.Feed, Url = url, Publisher = url.Host }, CancellationToken.None);
        }

        await services.GetRequiredService<ISubscriptionStore>().TrySaveAsync(
            new Subscription
            {
                Id = Subscription.IdOf(ChannelKind.Email, "reader@example.org"),
                Channel = new Channel(ChannelKind.Email, "reader@example.org"),
                Topics = ["dprk-crypto", "exchange-hack"],
                Status = SubscriptionStatus.Active,
                CreatedAt = TimeProvider.System.GetUtcNow(),
            },
            CancellationToken.None);
    }

    /// <summary>Polls the first of the feeds and works until every queue is empty.</summary>
    private static async Task RunAsync(IServiceProvider services, int sources)
    {
        var queue = services.GetRequiredService<IMessageQueue>();
        var ids = Enumerable.Range(0, sources).Select(number => Source.IdOf(MadeFeeds.UrlOf(number))).Order(StringComparer.Ordinal);
        await PumpAsync(services, async () =>
        {
            foreach (var chunk in ids.Chunk(10))
            {
                await queue.SendAsync(QueueNames.Fetch, new FetchMessage(chunk));
            }
        });
    }

    /// <summary>News as it comes, not all at once.</summary>
    private static Task TrickleAsync(IServiceProvider services) => PumpAsync(services, async () =>
    {
        for (var number = 0; number < Singles; number++)
        {
            await services.GetRequiredService<IMessageQueue>().SendAsync(QueueNames.Fetch, new FetchMessage([Source.IdOf(MadeFeeds.SingleUrlOf(number))]));
            await Task.Delay(SingleEvery);
        }
    });

    private static async Task PumpAsync(IServiceProvider services, Func<Task> feed)
    {
        using var stop = new CancellationTokenSource();
        var dispatcher = services.GetRequiredService<MessageDispatcher>();
        var watch = services.GetRequiredService<StageWatch>();
        var pumping = services.GetRequiredService<QueuePump>().RunAsync(
            QueueNames.All, (name, body, token) => watch.TimeAsync(name, () => dispatcher.DispatchAsync(name, body, token)), new QueuePumpSettings(), stop.Token);
        await feed();
        var letters = services.GetRequiredService<IDeadLetters>();
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
        while ((await letters.CountAsync(CancellationToken.None)).Where(item => QueueNames.All.Contains(item.Key)).Sum(item => item.Value) > 0);
        await stop.CancelAsync();
        await pumping;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Unobserved : IActivityObserver
    {
        public void Observe(Core.Messaging.Activity activity)
        {
            // Printing would be measured too.
        }
    }

    /// <summary>How long handlers were busy, by queue; four messages of a queue are in hand at once.</summary>
    private sealed class StageWatch
    {
        private readonly ConcurrentDictionary<string, TimeSpan> busy = new();

        public IReadOnlyDictionary<string, TimeSpan> Busy => busy;

        public TimeSpan Total => busy.Values.Aggregate(TimeSpan.Zero, (sum, span) => sum + span);

        public void Reset() => busy.Clear();

        public async Task TimeAsync(string stage, Func<Task> work)
        {
            var started = Stopwatch.GetTimestamp();
            await work();
            var took = Stopwatch.GetElapsedTime(started);
            busy.AddOrUpdate(stage, took, (_, sum) => sum + took);
        }
    }

    private sealed class Sink(TimeProvider time) : IEmailSender
    {
        private int mails;

        /// <summary>Of each mail, since its story was first seen.</summary>
        public ConcurrentBag<TimeSpan> Latencies { get; } = [];

        public int Mails => mails;

        public Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, CancellationToken cancellationToken)
        {
            Interlocked.Add(ref mails, items.Count);
            foreach (var item in items)
            {
                Latencies.Add(time.GetUtcNow() - item.Alerts[0].Story.FirstSeenAt);
            }

            return Task.FromResult<IReadOnlyList<SendOutcome>>([.. items.Select(_ => new SendOutcome.Delivered("bench"))]);
        }
    }
}
