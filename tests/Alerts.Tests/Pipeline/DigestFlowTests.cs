using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Pipeline;

/// <summary>What is held reaches its reader once, when its reader's clock says so.</summary>
public sealed class DigestFlowTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    /// <summary>None of them is a theft that is known: those look back and go to digests only.</summary>
    private static readonly string[] Thefts =
    [
        "Hackers stole $91 million in crypto from the exchange Kraken", "Hackers stole $57 million in crypto from the exchange Bitstamp",
        "Hackers drained $33 million in crypto from the exchange Gemini", "Hackers stole $23 million in crypto from the exchange Bitflyer",
    ];

    private readonly TestPipeline pipeline = new();

    [Fact]
    public async Task A_weekly_reader_gets_one_digest_at_the_local_minute_of_the_week()
    {
        // A Saturday; 08:00 on Monday in Kathmandu is 02:15 UTC.
        await SubscribeAsync(Some.Subscription() with { Cadence = Cadence.Weekly, TimeZone = "Asia/Kathmandu", DigestAt = new TimeOnly(8, 0), DigestDay = DayOfWeek.Monday });
        await NewsAsync(Thefts[0], Thefts[1]);
        var sentAt = new List<DateTimeOffset>();
        for (var minute = 0; minute < 10 * 24 * 60; minute += 5)
        {
            pipeline.Time.Advance(TimeSpan.FromMinutes(5));
            var before = pipeline.Mail.Accepted.Count;
            await TickAsync();
            sentAt.AddRange(Enumerable.Repeat(pipeline.Time.GetUtcNow(), pipeline.Mail.Accepted.Count - before));
        }

        var due = new DateTimeOffset(2026, 3, 16, 2, 15, 0, TimeSpan.Zero);
        Assert.InRange(Assert.Single(sentAt), due, due.AddMinutes(5));
        var digest = Assert.Single((await pipeline.Deliveries.ListAsync(null, null, 10, null, None)).Items);
        Assert.Equal((DeliveryContent.Digest, 2), (digest.Content, digest.AlertIds.Count));
        Assert.InRange(pipeline.Alerts.HeldReads, 2, 10);
    }

    /// <summary>The fan-out was broken off before the digest and goes on after it: what it holds then belonged into that digest, and does not wait for the next.</summary>
    [Fact]
    public async Task What_is_held_late_goes_out_at_once_where_its_digest_has_gone_before()
    {
        var reader = Some.Subscription() with { Cadence = Cadence.Weekly, DigestAt = new TimeOnly(8, 0), DigestDay = DayOfWeek.Monday };
        await SubscribeAsync(reader);
        await NewsAsync(Thefts[0]);
        var made = pipeline.Time.GetUtcNow();
        await AdvanceAsync(TimeSpan.FromDays(3));
        await NewsAsync(Thefts[1]);
        await AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Single(pipeline.Mail.Accepted);

        var late = (await pipeline.Alerts.AddIfAbsentAsync(Some.Alert() with { CreatedAt = made }, None)).Id;
        await pipeline.Alerts.HoldAsync([new HeldAlert(reader.Id, late, made, HoldReasons.Cadence)], None);
        await TickAsync();

        Assert.Equal(2, pipeline.Mail.Accepted.Count);
    }

    /// <summary>A page of the fan-out was repeated after its reader had changed from one cadence to the other.</summary>
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task What_was_told_at_once_is_left_out_of_the_digest(int held, int mails)
    {
        var reader = Some.Subscription();
        await SubscribeAsync(reader);
        await NewsAsync(Thefts[0]);
        var told = Assert.Single((await pipeline.Deliveries.ListAsync(null, null, 10, null, None)).Items).AlertIds[0];
        await pipeline.Subscriptions.TrySaveAsync((await pipeline.Subscriptions.GetAsync(reader.Id, None))! with { Cadence = Cadence.Daily, DigestAt = new TimeOnly(10, 0) }, None);
        await pipeline.Alerts.HoldAsync([new HeldAlert(reader.Id, told, pipeline.Time.GetUtcNow(), HoldReasons.Cadence)], None);
        if (held == 1) await NewsAsync(Thefts[1]);
        await AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(mails, pipeline.Mail.Accepted.Count);
        Assert.DoesNotContain((await pipeline.Deliveries.ListAsync(null, null, 10, null, None)).Items, delivery => delivery.Content == DeliveryContent.Digest && delivery.AlertIds.Contains(told));
        Assert.Empty(await pipeline.Alerts.ListHeldAsync(reader.Id, 10, None));
    }

    /// <summary>With a tick every five minutes.</summary>
    private async Task AdvanceAsync(TimeSpan time)
    {
        for (var end = pipeline.Time.GetUtcNow() + time; pipeline.Time.GetUtcNow() < end;)
        {
            pipeline.Time.Advance(TimeSpan.FromMinutes(5));
            await TickAsync();
        }
    }

    [Fact]
    public async Task A_timer_that_comes_hours_late_makes_the_same_digest_and_what_is_held_for_months_is_still_sent()
    {
        await SubscribeAsync(Some.Subscription() with { Cadence = Cadence.Daily, DigestAt = new TimeOnly(10, 0) });
        await NewsAsync(Thefts[0]);
        pipeline.Time.Advance(TimeSpan.FromDays(100));
        await TickAsync();
        await TickAsync();

        Assert.Single(pipeline.Mail.Accepted);
    }

    [Fact]
    public async Task Two_ticks_at_once_make_one_digest()
    {
        await SubscribeAsync(Some.Subscription() with { Cadence = Cadence.Daily, DigestAt = new TimeOnly(10, 0) });
        await NewsAsync(Thefts[0], Thefts[1]);
        pipeline.Time.Advance(TimeSpan.FromHours(1));
        var together = new Together(pipeline.Alerts);
        var dispatch = new DeliveryDispatch(pipeline.Deliveries, new MemoryMessageQueue());
        SendDigests Timer() => new(pipeline.Subscriptions, together, dispatch, pipeline.Deliveries, pipeline.Time);

        await Task.WhenAll(Task.Run(() => Timer().RunAsync(None), None), Task.Run(() => Timer().RunAsync(None), None));

        Assert.Equal(2, together.Met);
        Assert.Single((await pipeline.Deliveries.ListAsync(null, null, 10, null, None)).Items);
    }

    [Fact]
    public async Task Beyond_the_days_limit_alerts_wait_for_the_digest_and_the_next_day_counts_anew()
    {
        await SubscribeAsync(Some.Subscription() with { MaxAlertsPerDay = 2, TimeZone = "Asia/Kolkata", DigestAt = new TimeOnly(9, 0) });
        await NewsAsync(Thefts);

        Assert.Equal(2, pipeline.Mail.Accepted.Count);
        var held = await pipeline.Alerts.ListHeldAsync(Some.Subscription().Id, 10, None);
        Assert.Equal([HoldReasons.CoolDown, HoldReasons.CoolDown], held.Select(item => item.Reason));
        await TickAsync();
        Assert.Equal(2, pipeline.Mail.Accepted.Count);

        // 09:00 in Kolkata is 03:30 UTC; the tests' day begins at 09:26 UTC.
        pipeline.Time.Advance(TimeSpan.FromHours(18.1));
        await TickAsync();
        Assert.Equal(3, pipeline.Mail.Accepted.Count);
        await NewsAsync("Hackers stole $61 million in crypto from the exchange Coinbase");
        Assert.Equal(4, pipeline.Mail.Accepted.Count);
    }

    [Fact]
    public async Task A_reader_without_a_limit_costs_no_request_for_it()
    {
        await SubscribeAsync(Some.Subscription());
        await NewsAsync(Thefts);

        Assert.Equal((4, 0), (pipeline.Mail.Accepted.Count, pipeline.Allowance.Asked));
    }

    private int feeds;

    private async Task NewsAsync(params string[] titles)
    {
        var feed = $"feed{++feeds}";
        await pipeline.AddFeedAsync(feed, [.. titles.Select((title, index) => ($"{feed}-{index}", title))]);
        await pipeline.RunAsync();
    }

    private async Task TickAsync()
    {
        await pipeline.TickAsync(TimerNames.SendDigests);
        await pipeline.DrainAsync();
    }

    private async Task SubscribeAsync(Subscription subscription) =>
        Assert.NotNull(await pipeline.Subscriptions.TrySaveAsync(subscription with { QuietHours = null, Topics = ["dprk-crypto", "exchange-hack"] }, None));

    /// <summary>Lets the second reader of what is held go on only with the first, so that both know the same.</summary>
    private sealed class Together(IAlertStore inner) : IAlertStore
    {
        private readonly TaskCompletionSource both = new();
        private int met;

        public int Met => met;

        public async Task<IReadOnlyList<HeldAlert>> ListHeldAsync(string subscriptionId, int take, CancellationToken cancellationToken)
        {
            var held = await inner.ListHeldAsync(subscriptionId, take, cancellationToken);
            if (Interlocked.Increment(ref met) == 2)
            {
                both.SetResult();
            }

            await both.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
            return held;
        }

        public Task<Alert> AddIfAbsentAsync(Alert alert, CancellationToken cancellationToken) => inner.AddIfAbsentAsync(alert, cancellationToken);

        public Task<IReadOnlyList<Alert>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => inner.GetAsync(ids, cancellationToken);

        public Task RemoveAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => inner.RemoveAsync(ids, cancellationToken);

        public Task HoldAsync(IReadOnlyList<HeldAlert> held, CancellationToken cancellationToken) => inner.HoldAsync(held, cancellationToken);

        public Task<Page<AlertHolder>> ListHoldersAsync(int take, string? cursor, CancellationToken cancellationToken) => inner.ListHoldersAsync(take, cursor, cancellationToken);

        public Task NoteAsync(AlertHolder holder, DateTimeOffset since, CancellationToken cancellationToken) => inner.NoteAsync(holder, since, cancellationToken);

        public Task ReleaseAsync(IReadOnlyList<HeldAlert> held, CancellationToken cancellationToken) => inner.ReleaseAsync(held, cancellationToken);
    }
}
