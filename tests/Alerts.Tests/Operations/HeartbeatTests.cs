using Alerts.Core.Messaging;
using Alerts.Core.Operations;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Tests.Fakes;
using Alerts.Tests.Pipeline;

namespace Alerts.Tests.Operations;

public sealed class HeartbeatTests
{
    private const string Theft = "North Korean hackers stole $1.5 billion in ether from the exchange Bybit, FBI says";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestPipeline pipeline = new();

    [Fact]
    public async Task It_comes_once_a_day_at_the_local_hour_also_when_nothing_happened()
    {
        // The tests' day begins at 09:26 UTC, which is 18:26 in Seoul.
        (pipeline.Operator.TimeZone, pipeline.Operator.HeartbeatAt) = ("Asia/Seoul", new TimeOnly(7, 0));
        pipeline.Restart();
        await pipeline.AddFeedAsync("one", ("quiet", "Bitcoin rises above resistance as traders await the jobs report"));
        await pipeline.RunAsync();
        for (var hour = 0; hour < 48; hour++)
        {
            await HourAsync();
        }

        Assert.Equal(["Heartbeat, 15 March: 1 of 1 sources healthy, 0 hits, 0 alerts", "Heartbeat, 16 March: 1 of 1 sources healthy, 0 hits, 0 alerts"],
            pipeline.Mail.Notices.Where(IsHeartbeat).Select(notice => notice.Heading));
    }

    [Fact]
    public async Task It_counts_the_sources_hits_alerts_and_seconds_of_its_day()
    {
        await pipeline.Subscriptions.TrySaveAsync(Some.Subscription() with { QuietHours = null, Topics = ["dprk-crypto", "exchange-hack"] }, None);
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();
        await PutAsync(Some.Source(1), SourceHealth.Silent);
        await PutAsync(Some.Source(2), SourceHealth.Gap);
        pipeline.Queues.Set(new QueueReading(QueueNames.Read, null, 0, 2));
        await DayAsync();

        var heartbeat = (await pipeline.Heartbeats.GetAsync(new DateOnly(2026, 3, 15), None))!;
        Assert.Equal("1 of 3 sources healthy, 1 silent, 1 gap; 2 hits, 1 alert, 1 sent; half within 0 s, 95 % within 0 s; 2 dead letters", heartbeat.Summary);

        await DayAsync();
        Assert.Equal("1 of 3 sources healthy, 1 silent, 1 gap; 0 hits, 0 alerts, 0 sent; 2 dead letters", (await pipeline.Heartbeats.GetAsync(new DateOnly(2026, 3, 16), None))!.Summary);
    }

    [Fact]
    public async Task An_installation_set_up_after_the_hour_waits_for_the_next()
    {
        await pipeline.AddFeedAsync("one", ("quiet", "Nothing"));
        await pipeline.TickAsync(TimerNames.SendHeartbeat);

        Assert.Empty((await pipeline.Heartbeats.ListAsync(10, null, None)).Items);
    }

    [Fact]
    public async Task A_change_a_loss_and_a_day_without_one_are_found()
    {
        await PutAsync(Some.Source(), SourceHealth.Healthy);
        foreach (var days in (int[])[1, 1, 1, 2])
        {
            await DayAsync(days);
        }

        var run = (await pipeline.Heartbeats.ListAsync(10, null, None)).Items;
        Assert.Equal([(18 + 1, "Genuine"), (18, "Missing"), (17, "Genuine"), (16, "Genuine"), (15, "Genuine")], Audit(run));
        Assert.Equal([(19, "Genuine"), (18, "Missing"), (17, "Forged"), (16, "Genuine"), (15, "Genuine")], Audit([run[0], run[1] with { Hits = 1 }, run[2], run[3]]));
        Assert.Equal([(19, "Genuine"), (18, "Missing"), (17, "Unlinked"), (16, "Missing"), (15, "Genuine")], Audit([run[0], run[1], run[3]]));
    }

    [Fact]
    public void Old_keys_verify_and_others_do_not()
    {
        var (old, fresh) = (new TokenKey("old", Enumerable.Repeat((byte)1, 32).ToArray()), new TokenKey("new", Enumerable.Repeat((byte)2, 32).ToArray()));
        var signature = new HeartbeatSigner([old]).Sign("statement");

        Assert.True(new HeartbeatSigner([fresh, old]).IsSigned("statement", signature));
        Assert.False(new HeartbeatSigner([fresh]).IsSigned("statement", signature));
        Assert.False(new HeartbeatSigner([new TokenKey("old", Enumerable.Repeat((byte)3, 32).ToArray())]).IsSigned("statement", signature));
        Assert.False(new HeartbeatSigner([old]).IsSigned("statement ", signature));
        Assert.All((string[])["", ".", "old", "old.", "old.AAAA", "none." + signature[4..]], wrong => Assert.False(new HeartbeatSigner([old]).IsSigned("statement", wrong)));
    }

    [Fact]
    public void The_statement_is_pinned()
    {
        var heartbeat = new Heartbeat
        {
            Day = new DateOnly(2026, 3, 14),
            From = Some.Now.AddDays(-1),
            Until = Some.Now,
            WrittenAt = Some.Now.AddSeconds(5),
            Sources = new HeartbeatSources(74, 71, 0, 2, 1, 0, 0),
            Hits = 3,
            Alerts = 2,
            Sent = 5,
            P50Seconds = 2.1,
            P95Seconds = 4.25,
            Previous = "k1.abc",
        };

        Assert.Equal(
            "alerts-heartbeat-1\nday 2026-03-14\nfrom 2026-03-13T09:26:53Z\nuntil 2026-03-14T09:26:53Z\nwritten 2026-03-14T09:26:58Z\n"
            + "sources 74 healthy 71 degraded 0 silent 2 gap 1 dead 0 new 0\nhits 3\nalerts 2\nsent 5 failed 0\nlatency p50 2.1 p95 4.25\ndead-letters 0\nprevious k1.abc",
            heartbeat.Statement);
        Assert.Equal("71 of 74 sources healthy, 2 silent, 1 gap; 3 hits, 2 alerts, 5 sent; half within 2.1 s, 95 % within 4.3 s", heartbeat.Summary);
    }

    private static bool IsHeartbeat(Core.Delivery.MailNotice notice) => notice.Heading.StartsWith("Heartbeat", StringComparison.Ordinal);

    private IEnumerable<(int Day, string Verdict)> Audit(IReadOnlyList<Heartbeat> run) => HeartbeatAudit.Of(run, pipeline.Signer).Select(finding => (finding.Day.Day, finding.Verdict.ToString()));

    private async Task PutAsync(Source source, SourceHealth health)
    {
        await pipeline.Sources.AddIfAbsentAsync(source, None);
        await pipeline.Sources.SaveStatesAsync([(source.Id, new SourceState { Health = health, NextPollAt = DateTimeOffset.MaxValue })], None);
    }

    private async Task HourAsync()
    {
        pipeline.Time.Advance(TimeSpan.FromHours(1));
        await pipeline.TickAsync(TimerNames.SendHeartbeat);
        await pipeline.DrainAsync();
    }

    private async Task DayAsync(int days = 1)
    {
        pipeline.Time.Advance(TimeSpan.FromDays(days));
        await pipeline.TickAsync(TimerNames.SendHeartbeat);
        await pipeline.DrainAsync();
    }
}
