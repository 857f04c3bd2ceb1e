using System.Diagnostics;
using System.Globalization;
using Alerts.Core.Articles;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Sources.WebSub;
using Alerts.Infrastructure.Fetching;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace Alerts.Benchmarks.Polling;

/// <summary>
/// A polling round over real HTTP and the pipeline's own handler: a thousand feeds, twenty of them hanging, the server in the same process, stores in memory.
/// A second round finds nothing changed.
/// </summary>
internal static class PollingBenchmark
{
    private const int Feeds = 1_000;
    private const int HangingEvery = 50;

    public static async Task<int> RunAsync()
    {
        await using var server = await FeedServer.StartAsync(number => number % HangingEvery == 0);
        var options = new FetchingOptions { AllowedHosts = [server.Url.Authority] };
        using var fetcher = new HttpFetcher(Options.Create(options), new AddressGuard(options), TimeProvider.System);
        var sources = new MemorySourceStore();
        var ids = new List<string>();
        for (var number = 0; number < Feeds; number++)
        {
            var url = new Uri(server.Url, $"/feed/{number}");
            ids.Add(Source.IdOf(url));
            await sources.AddIfAbsentAsync(new Source { Id = ids[^1], Name = $"Feed {number}", Kind = SourceKind.Feed, Url = url, Publisher = $"p{number}", Interval = TimeSpan.FromMinutes(1) }, default);
        }

        var articles = new MemoryArticleStore();
        var queue = new MemoryMessageQueue();
        var clock = new Clock();
        var hubs = new HubFollower(new NoHub(), new HubKeys([]), new HubSettings(null), clock);
        var handler = new FetchSources(sources, new SourcePoller(fetcher, clock), new ArticleIntake(articles, queue), hubs, new Silent(), new FixedDice(), clock);
        for (var round = 1; round <= 2; round++)
        {
            var before = server.Answered;
            var started = Stopwatch.StartNew();
            await Task.WhenAll(ids.Chunk(FetchMessage.MaxSources).Select(chunk => handler.HandleAsync(new FetchMessage(chunk), default)));
            var states = (await sources.ListAsync(default)).Select(source => source.State).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round}: {started.Elapsed.TotalSeconds:0.0} s, {server.Answered - before} answered, {states.Count(state => state.ConsecutiveFailures > 0)} failing ({states.First(state => state.ConsecutiveFailures > 0).Reason}), ")
                + string.Create(CultureInfo.InvariantCulture, $"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB, {queue.Sent.Count} messages to read"));
            clock.Ahead += TimeSpan.FromMinutes(30);
        }

        return server.Answered == 2 * (Feeds - (Feeds / HangingEvery)) ? 0 : 1;
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
