using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Pipeline;

public sealed class OperatorFlowTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestPipeline pipeline = new();

    [Fact]
    public async Task Nothing_goes_by_a_paused_channel_and_nothing_is_lost()
    {
        await pipeline.Pauses.PauseAsync(new ChannelPause(ChannelKind.Email, Some.Now, "key:a", "moving"), None);
        await pipeline.Subscriptions.TrySaveAsync(Some.Subscription() with { QuietHours = null }, None);
        await pipeline.AddFeedAsync("one", ("theft", "North Korean hackers stole $1.5 billion in ether from the exchange Bybit, FBI says"));
        await pipeline.RunAsync();
        for (var tick = 0; tick < 10; tick++)
        {
            pipeline.Time.Advance(TimeSpan.FromMinutes(2));
            await pipeline.TickAsync(TimerNames.Sweep);
            Assert.Equal(0, pipeline.Pending(QueueNames.Email));
        }

        var waiting = Assert.Single((await pipeline.Deliveries.ListAsync(null, null, 10, null, None)).Items);
        Assert.Equal((DeliveryState.Due, 0), (waiting.State, waiting.AttemptCount));

        await pipeline.Pauses.ResumeAsync(ChannelKind.Email, None);
        await pipeline.TickAsync(TimerNames.Sweep);
        await pipeline.DrainAsync();
        Assert.Single(pipeline.Mail.Accepted);
    }

    [Fact]
    public async Task Beyond_the_days_budget_mails_wait_for_the_next_day_and_critical_ones_do_not()
    {
        pipeline.Limits.MailsPerDay = 10;
        await AddAsync(Severity.High, 12, "a1");
        await SweepAsync();
        await AddAsync(Severity.Critical, 3, "b1");
        await SweepAsync();

        // Nine for all, the tenth kept for what cannot wait.
        Assert.Equal((9, 1), (Accepted("a1"), Accepted("b1")));
        var waiting = (await pipeline.Deliveries.ListAsync(null, DeliveryState.Due, 100, null, None)).Items;
        Assert.Equal(5, waiting.Count);
        Assert.All(waiting, delivery => Assert.Equal("the day's budget of 10 mails is spent; it waits for 2026-03-15, 00:00 UTC", delivery.Reason));
        Assert.All(waiting, delivery => Assert.Equal(0, delivery.AttemptCount));
        var told = Assert.Single((await pipeline.Deliveries.ListAsync(null, DeliveryState.Sent, 100, null, None)).Items, delivery => delivery.Content == DeliveryContent.Operator);
        Assert.Equal("The day's budget of mails is spent", told.Notice!.Heading);

        pipeline.Time.SetUtcNow(new DateTimeOffset(2026, 3, 15, 0, 3, 0, TimeSpan.Zero));
        await SweepAsync();
        Assert.Equal((9, 3), (Accepted("a1"), Accepted("b1")));

        pipeline.Time.SetUtcNow(new DateTimeOffset(2026, 3, 15, 0, 8, 0, TimeSpan.Zero));
        await SweepAsync();
        Assert.Equal((12, 3), (Accepted("a1"), Accepted("b1")));
    }

    [Fact]
    public async Task Of_one_message_the_critical_mails_go_first()
    {
        pipeline.Limits.MailsPerDay = 10;
        await AddAsync(Severity.High, 12, "a1");
        await AddAsync(Severity.Critical, 3, "b1");
        await SweepAsync();

        Assert.Equal((6, 3), (Accepted("a1"), Accepted("b1")));
    }

    private async Task SweepAsync()
    {
        await pipeline.TickAsync(TimerNames.Sweep);
        await pipeline.DrainAsync();
    }

    private int Accepted(string content) => pipeline.Mail.Accepted.Count(id => id.StartsWith(content, StringComparison.Ordinal));

    private async Task AddAsync(Severity severity, int count, string alertId)
    {
        await pipeline.Alerts.AddIfAbsentAsync(Some.Alert() with { Id = alertId, Story = Some.Story() with { Severity = severity } }, None);
        for (var number = 1; number <= count; number++)
        {
            await pipeline.Subscriptions.TrySaveAsync(Some.Subscription(number), None);
            await pipeline.Deliveries.AddIfAbsentAsync(
                [Some.Delivery(number) with { Id = new DeliveryId(alertId, Some.Subscription(number).Id), AlertIds = [alertId], NextAttemptAt = Some.Now.AddHours(-1) }], None);
        }
    }
}
