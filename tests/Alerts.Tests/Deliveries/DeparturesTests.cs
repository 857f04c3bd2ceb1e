using Alerts.Core.Delivery;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Deliveries;

public sealed class DeparturesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FakeTimeProvider time = new(Some.Now);
    private readonly MemorySubscriptionStore subscriptions = new();
    private readonly MemoryDeliveryStore deliveries = new();

    [Fact]
    public async Task Leaving_is_answered_once_what_was_under_way_is_recorded()
    {
        var claimed = await ClaimAsync();
        var leaving = LeaveAsync();
        await PassAsync(seconds: 5);
        Assert.False(leaving.IsCompleted);
        Assert.Equal(SubscriptionStatus.Unsubscribed, (await subscriptions.GetAsync(claimed.Id.SubscriptionId, None))!.Status);

        await deliveries.TryReplaceAsync([claimed with { State = DeliveryState.Sent, ClaimedUntil = null }], None);
        await PassAsync(seconds: 1);

        Assert.IsType<MembershipOutcome.Changed>(await leaving);
    }

    [Fact]
    public async Task What_hangs_is_not_waited_for_longer_than_half_a_minute()
    {
        await ClaimAsync();
        var leaving = LeaveAsync();
        await PassAsync(seconds: 31);

        Assert.IsType<MembershipOutcome.Changed>(await leaving);
    }

    [Fact]
    public async Task A_claim_of_an_instance_that_died_is_not_waited_for()
    {
        var claimed = await ClaimAsync();
        await deliveries.TryReplaceAsync([claimed with { ClaimedUntil = Some.Now.AddSeconds(-1) }], None);

        Assert.IsType<MembershipOutcome.Changed>(await LeaveAsync());
    }

    private Task<MembershipOutcome> LeaveAsync() => new Departures(new Memberships(subscriptions, time), deliveries, time).LeaveAsync(Some.Subscription().Id, None);

    private async Task<Delivery> ClaimAsync()
    {
        await subscriptions.TrySaveAsync(Some.Subscription(), None);
        var added = (await deliveries.AddIfAbsentAsync([Some.Delivery()], None)).Single();
        return (await deliveries.TryReplaceAsync([added with { State = DeliveryState.Sending, Owner = "other", ClaimedUntil = Some.Now + DeliveryClaims.ClaimFor }], None))[0]!;
    }

    private async Task PassAsync(int seconds)
    {
        for (var tenth = 0; tenth < seconds * 10; tenth++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }
}
