using Alerts.Core.Alerting;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// The state machine of a delivery: due → sending (owner, deadline) → sent, refused, given up, or due again. A claim is a
/// conditional write, so of two who hold the same message one sends.
/// </summary>
public sealed class DeliveryClaims(IDeliveryStore deliveries, ISubscriptionStore subscriptions, IAlertStore alerts, Operators operators, InstanceName owner, TimeProvider time)
{
    /// <summary>Longer than a batch takes: who has not recorded by then is taken for dead, and somebody else sends.</summary>
    public static TimeSpan ClaimFor { get; } = TimeSpan.FromMinutes(5);

    /// <summary>A message that comes this much early is taken as due.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Claims what is due of these and brings what is needed to send it. Subscriptions are read after the claim: whoever left
    /// before now is not mailed any more.
    /// </summary>
    public async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stored = await deliveries.GetAsync([.. ids.Select(DeliveryId.TryParse).OfType<DeliveryId>().Distinct()], cancellationToken);
        var claims = stored.Where(delivery => IsFree(delivery, now)).Select(delivery => delivery with
        {
            State = DeliveryState.Sending,
            Owner = owner.Name,
            ClaimedUntil = now + ClaimFor,
            NextAttemptAt = now + ClaimFor,
            AttemptCount = delivery.AttemptCount + 1,
        }).ToList();
        var claimed = (await deliveries.TryReplaceAsync(claims, cancellationToken)).OfType<Delivery>().ToList();
        return await EquipAsync(claimed, cancellationToken);
    }

    private async Task<IReadOnlyList<ClaimedDelivery>> EquipAsync(List<Delivery> claimed, CancellationToken cancellationToken)
    {
        var subscribers = claimed.Where(delivery => delivery.Content != DeliveryContent.Operator).Select(delivery => delivery.Id.SubscriptionId).Distinct();
        var subscriptionOf = (await subscriptions.GetAsync([.. subscribers], cancellationToken))
            .ToDictionary(subscription => subscription.Id);
        var alertOf = (await alerts.GetAsync([.. claimed.SelectMany(delivery => delivery.AlertIds).Distinct()], cancellationToken))
            .ToDictionary(alert => alert.Id);

        var equipped = new List<ClaimedDelivery>(claimed.Count);
        var cancelled = new List<Delivery>();
        foreach (var delivery in claimed)
        {
            var subscription = delivery.Content == DeliveryContent.Operator
                ? operators.Find(delivery.Id.SubscriptionId)
                : subscriptionOf.GetValueOrDefault(delivery.Id.SubscriptionId);
            if (WhyNot(delivery, subscription) is { } reason)
            {
                cancelled.Add(delivery with { State = DeliveryState.Cancelled, Reason = reason, Owner = null, ClaimedUntil = null });
            }
            else
            {
                equipped.Add(new ClaimedDelivery(delivery, subscription!, [.. delivery.AlertIds.Select(alertOf.GetValueOrDefault).OfType<Alert>()]));
            }
        }

        await deliveries.TryReplaceAsync(cancelled, cancellationToken);
        return equipped;
    }

    private static bool IsFree(Delivery delivery, DateTimeOffset now) =>
        (delivery.State == DeliveryState.Due && delivery.NextAttemptAt <= now + Slack)
        || (delivery.State == DeliveryState.Sending && delivery.ClaimedUntil <= now);

    private static string? WhyNot(Delivery delivery, Subscription? subscription) => (subscription?.Status, delivery.Content) switch
    {
        (null, DeliveryContent.Operator) => "the address is no operator's any more",
        (null, _) => "the subscription is no longer there",
        (SubscriptionStatus.Active, _) => null,
        (SubscriptionStatus.Pending, DeliveryContent.Confirmation) => null,
        (SubscriptionStatus.Disabled, DeliveryContent.Notice or DeliveryContent.Test) => null,
        (var status, _) => $"the subscription is {status.ToString()!.ToLowerInvariant()}",
    };
}

/// <param name="Alerts">What the delivery carries, in its order.</param>
public sealed record ClaimedDelivery(Delivery Delivery, Subscription Subscription, IReadOnlyList<Alert> Alerts);
