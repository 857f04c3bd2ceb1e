using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Pipeline;

/// <summary>
/// The process dies at each of its calls through a port in turn, before and after the call took effect; the message comes back to a new
/// process. Whatever the place, every hit is there once and every subscriber is told, and told twice only where the death fell
/// between the provider's acceptance and the record.
/// </summary>
public sealed class CrashTests
{
    private static readonly (string Path, string Title)[] News =
    [
        ("theft", "North Korean hackers stole $31 million in ether from the exchange Kraken, FBI says"),
        ("bridge", "Allbridge drained of $7 million in ether by hackers"),
        ("price", "Bitcoin rises above resistance as traders await the jobs report"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_crash_at_any_call_loses_nothing_and_doubles_nothing(bool afterEffect) => AtEachCallAsync(RunAsync, afterEffect, deliveries: 4, async (pipeline, where) =>
    {
        Assert.True(pipeline.Crashes.HasCrashed, where);
        var hits = (await pipeline.Hits.ListAsync(new HitQuery(Take: 100), CancellationToken.None)).Items;
        Assert.True(hits.Count == 3, $"{hits.Count} hits instead of 3 after {where}");
    });

    /// <summary>The second publisher, which makes it critical, comes while the first alert is on its way over the subscribers.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task What_becomes_news_while_an_alert_goes_out_is_told_whatever_crashes(bool afterEffect) => AtEachCallAsync(GrowAsync, afterEffect, deliveries: 2 * Readers, async (pipeline, where) =>
    {
        var story = Assert.Single((await pipeline.Stories.ListAsync(null, null, 10, null, CancellationToken.None)).Items);
        Assert.True(story.Announced is { Sequence: 2, Complete: true }, $"{story.Announced?.Sequence} after {where}");
        Assert.True((await pipeline.OpenAlerts.ListAsync(DateTimeOffset.MaxValue, 10, null, CancellationToken.None)).Items.Count == 0, $"still open after {where}");
    });

    private static async Task AtEachCallAsync(Func<int, bool, Task<TestPipeline>> run, bool afterEffect, int deliveries, Func<TestPipeline, string, Task> check)
    {
        var calls = (await run(0, afterEffect)).Crashes.Calls;
        Assert.InRange(calls, 20, 500);

        for (var at = 1; at <= calls; at++)
        {
            var pipeline = await run(at, afterEffect);
            var where = $"call {at}, {pipeline.Crashes.Where}, {(afterEffect ? "after" : "before")} its effect";
            await check(pipeline, where);

            var told = pipeline.Mail.Accepted;
            Assert.True(told.Distinct().Count() == deliveries, $"{told.Distinct().Count()} deliveries instead of {deliveries} after {where}");
            var repeats = told.Count - told.Distinct().Count();
            Assert.True(repeats == 0 || IsBetweenAcceptanceAndRecord(pipeline.Crashes.Where, afterEffect), $"{repeats} repeats after {where}");
        }
    }

    private const int Readers = 7;

    private static async Task<TestPipeline> GrowAsync(int crashAt, bool afterEffect)
    {
        var pipeline = new TestPipeline { Pages = new(Size: 1, AtOnce: 1) };
        pipeline.Restart();
        for (var number = 1; number <= Readers; number++)
        {
            await pipeline.Subscriptions.TrySaveAsync(Some.Subscription(number) with { QuietHours = null }, CancellationToken.None);
        }

        await pipeline.AddFeedAsync("one", ("theft", News[0].Title));
        pipeline.Crashes.AfterEffect = afterEffect;
        pipeline.Crashes.At = crashAt;
        await TickAsync(pipeline, TimerNames.PollSources);
        var isListed = false;
        await pipeline.DrainAsync(after: async () =>
        {
            if (isListed || pipeline.Mail.Accepted.Count == 0) return;
            isListed = true;
            await pipeline.AddFeedAsync("two", ("again", "FBI: North Korea was behind the $31 million theft from crypto exchange Kraken"));
            await TickAsync(pipeline, TimerNames.PollSources);
        });

        return await SweepAsync(pipeline);
    }

    private static bool IsBetweenAcceptanceAndRecord(string where, bool afterEffect) =>
        (afterEffect && where is "IEmailSender.SendAsync" or "IWebhookSender.SendAsync") || (!afterEffect && where is "IDeliveryStore.TryRecordAsync");

    private static async Task<TestPipeline> RunAsync(int crashAt, bool afterEffect)
    {
        var pipeline = new TestPipeline();
        var reader = Some.Subscription() with { QuietHours = null, Topics = ["dprk-crypto", "exchange-hack"] };
        await pipeline.Subscriptions.TrySaveAsync(reader, CancellationToken.None);
        await pipeline.Subscriptions.TrySaveAsync(reader with { Id = "ffff", Channel = new Channel(ChannelKind.Webhook, "https://hook.example/in") }, CancellationToken.None);
        await pipeline.AddFeedAsync("one", News);
        pipeline.Crashes.AfterEffect = afterEffect;
        pipeline.Crashes.At = crashAt;

        await TickAsync(pipeline, TimerNames.PollSources);
        await pipeline.DrainAsync();

        return await SweepAsync(pipeline);
    }

    /// <summary>What a death has left behind is found by the timers: another poll, and the sweep once claims have run out.</summary>
    private static async Task<TestPipeline> SweepAsync(TestPipeline pipeline)
    {
        for (var round = 0; round < 3; round++)
        {
            pipeline.Time.Advance(TimeSpan.FromMinutes(30));
            await TickAsync(pipeline, TimerNames.PollSources);
            await TickAsync(pipeline, TimerNames.Sweep);
            await pipeline.DrainAsync();
        }

        return pipeline;
    }

    private static async Task TickAsync(TestPipeline pipeline, string timer)
    {
        try
        {
            await pipeline.TickAsync(timer);
        }
        catch (CrashPlan.CrashException)
        {
            pipeline.Restart();
            await pipeline.TickAsync(timer);
        }
    }
}
