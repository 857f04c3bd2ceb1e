using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Pipeline;

public sealed class EndpointFlowTests
{
    private const string Theft = "North Korean hackers stole $1.5 billion in ether from the exchange Bybit, FBI says";
    private const string Drain = "Allbridge drained of $7 million in ether by hackers";
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Subscription Hook = Some.Subscription() with
    {
        QuietHours = null,
        Topics = ["dprk-crypto", "exchange-hack"],
        Channel = new Channel(ChannelKind.Webhook, "https://hook.example/in") { OwnerEmail = "owner@example.org" },
    };

    private readonly TestPipeline pipeline = new();

    [Fact]
    public async Task An_endpoint_that_is_gone_is_disabled_at_once_and_its_owner_told_once()
    {
        await StartAsync(new SendOutcome.EndpointGone("410: Gone", 410));

        await pipeline.AddFeedAsync("two", ("b", Drain));
        await pipeline.RunAsync();

        Assert.Equal((SubscriptionStatus.Disabled, "it answered 410: Gone"), ((await HookAsync()).Status, (await HookAsync()).StatusReason));
        Assert.Single(pipeline.Mail.Accepted);
        Assert.Single(await DeliveriesAsync(DeliveryContent.Notice));
        Assert.Single(await DeliveriesAsync(DeliveryContent.Alert));
    }

    [Fact]
    public async Task Five_days_of_nothing_but_failure_disable_an_endpoint_and_its_owner_is_told_once()
    {
        await StartAsync(new SendOutcome.RetryLater("500: broken", Status: 500));
        await HoursAsync(24 * 4, from: 0);
        Assert.Equal(SubscriptionStatus.Active, (await HookAsync()).Status);

        // The first alert is given up after a good three days; another keeps the endpoint called.
        await pipeline.AddFeedAsync("two", ("b", Drain));
        await pipeline.RunAsync();
        await HoursAsync(24 * 3, from: 24 * 4);

        var hook = await HookAsync();
        Assert.Equal(SubscriptionStatus.Disabled, hook.Status);
        Assert.Contains("500: broken", hook.StatusReason, StringComparison.Ordinal);
        Assert.Single(pipeline.Mail.Accepted);
    }

    [Fact]
    public async Task One_success_in_between_begins_the_five_days_anew()
    {
        await StartAsync(new SendOutcome.RetryLater("500", Status: 500));
        await HoursAsync(24 * 2, from: 0);
        Answer(new SendOutcome.Delivered(null, 200));
        await HoursAsync(24 * 2, from: 24 * 2);

        Assert.Null((await HookAsync()).Endpoint!.FailingSince);
        Assert.Equal(DeliveryState.Sent, Assert.Single(await DeliveriesAsync(DeliveryContent.Alert)).State);
    }

    [Fact]
    public async Task An_endpoint_that_asks_for_patience_is_left_alone_whatever_else_is_due_to_it()
    {
        await StartAsync(new SendOutcome.RetryLater("429: slower", TimeSpan.FromMinutes(30), 429, Slows: true));
        Answer(new SendOutcome.Delivered(null, 200));
        await pipeline.AddFeedAsync("two", ("b", Drain));
        await pipeline.RunAsync();

        var waiting = (await DeliveriesAsync(DeliveryContent.Alert)).Single(delivery => delivery.AttemptCount == 0);
        Assert.Equal("the endpoint asked for patience", waiting.Reason);
        Assert.Empty(pipeline.Mail.Accepted);

        pipeline.Time.Advance(TimeSpan.FromMinutes(40));
        await pipeline.TickAsync(TimerNames.Sweep);
        await pipeline.DrainAsync();
        Assert.Equal(2, pipeline.Mail.Accepted.Count);
        Assert.All(await DeliveriesAsync(DeliveryContent.Alert), delivery => Assert.Equal((DeliveryState.Sent, null), (delivery.State, delivery.Reason)));
    }

    [Fact]
    public async Task An_owner_is_told_although_the_instance_died_that_disabled_the_endpoint()
    {
        await pipeline.Subscriptions.TrySaveAsync(Hook with { Status = SubscriptionStatus.Disabled, StatusReason = "it answered 410", Endpoint = new EndpointHealth(Some.Now, null, Some.Now) }, None);
        await pipeline.Deliveries.AddIfAbsentAsync([Some.Delivery() with { Id = new DeliveryId("c1", Hook.Id), Channel = ChannelKind.Webhook }], None);
        pipeline.Time.Advance(TimeSpan.FromMinutes(10));
        await pipeline.TickAsync(TimerNames.Sweep);
        await pipeline.DrainAsync();

        Assert.Single(await DeliveriesAsync(DeliveryContent.Notice));
        Assert.Equal("the subscription is disabled", Assert.Single(await DeliveriesAsync(DeliveryContent.Alert)).Reason);
        Assert.Single(pipeline.Mail.Accepted);
    }

    private async Task StartAsync(SendOutcome answer)
    {
        Answer(answer);
        await pipeline.Subscriptions.TrySaveAsync(Hook, None);
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();
    }

    private void Answer(SendOutcome answer) => pipeline.Mail.Answer = delivery => delivery.Channel == ChannelKind.Webhook ? answer : new SendOutcome.Delivered("mail");

    private async Task HoursAsync(int hours, int from)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            pipeline.Time.SetUtcNow(Some.Now.AddHours(from + hour + 1));
            await pipeline.TickAsync(TimerNames.Sweep);
            await pipeline.DrainAsync();
        }
    }

    private async Task<Subscription> HookAsync() => (await pipeline.Subscriptions.GetAsync(Hook.Id, None))!;

    private async Task<List<Delivery>> DeliveriesAsync(DeliveryContent content) =>
        [.. (await pipeline.Deliveries.ListAsync(Hook.Id, null, 500, null, None)).Items.Where(delivery => delivery.Content == content)];
}
