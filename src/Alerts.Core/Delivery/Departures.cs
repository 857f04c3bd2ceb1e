using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// Leaving, so that no mail starts after it was answered. A delivery is claimed first and its subscription read then: whoever read it
/// as active before it was marked as left had claimed before, and so stands as sending; the answer waits for that to be recorded.
/// </summary>
public sealed class Departures(Memberships memberships, IDeliveryStore deliveries, TimeProvider time)
{
    /// <summary>Longer than anything is begun after a claim (<see cref="SendingTime.BeginFor"/>). What hangs beyond it was handed to a mail server before and can no longer be held.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<MembershipOutcome> LeaveAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await memberships.LeaveAsync(id, cancellationToken);
        if (outcome is MembershipOutcome.Changed)
        {
            var until = time.GetUtcNow() + Patience;
            while (await IsUnderWayAsync(id, cancellationToken) && time.GetUtcNow() < until)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
        }

        return outcome;
    }

    private async Task<bool> IsUnderWayAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return (await deliveries.ListUnfinishedAsync(id, cancellationToken)).Any(delivery => delivery.State == DeliveryState.Sending && delivery.ClaimedUntil > now);
    }
}
