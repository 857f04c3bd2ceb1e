using System.Collections.Concurrent;
using Alerts.Core.Alerting;
using Alerts.Core.Delivery.Endpoints;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// The state machine of a delivery: due → sending (owner, deadline) → sent, refused, given up, or due again. A claim is a
/// conditional write, so of two who hold the same message one sends.
/// </summary>
public sealed class DeliveryClaims(
    IDeliveryStore deliveries, ISubscriptionStore subscriptions, IAlertStore alerts, Operators operators, IChannelPauses pauses, DeliveryDispatch dispatch, EndpointKeeper endpoints, WatchTexts texts,
    InstanceName owner, IDice dice, TimeProvider time)
{
    /// <summary>Longer than anybody sends who is alive (<see cref="SendingTime"/>): who has not recorded by then is taken for dead, and somebody else sends.</summary>
    public static TimeSpan ClaimFor { get; } = TimeSpan.FromMinutes(5);

    /// <summary>A message that comes this much early is taken as due.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    /// <summary>What was put off does not all come back in one moment.</summary>
    private const double Jitter = 0.1;

    /// <summary>What this process claimed, or tried to, and certainly did not send because storage failed in between; until when the claim stands.</summary>
    private readonly ConcurrentDictionary<DeliveryId, DateTimeOffset> abandoned = new();

    /// <summary>
    /// Claims what is due of these and brings what is needed to send it. Subscriptions are read after the claim: whoever left
    /// before now is not mailed any more. Nothing of a paused channel is claimed: its rows stay due, and the sweep brings them back.
    /// </summary>
    public async Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(ChannelKind channel, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if ((await pauses.ListAsync(cancellationToken)).Any(pause => pause.Channel == channel))
        {
            return [];
        }

        var now = time.GetUtcNow();
        var stored = await deliveries.GetAsync([.. ids.Select(DeliveryId.TryParse).OfType<DeliveryId>().Distinct()], cancellationToken);
        var claims = stored.Where(delivery => IsFree(delivery, now)).Select(delivery => delivery with
        {
            State = DeliveryState.Sending,
            Owner = owner.Name,
            ClaimedUntil = now + ClaimFor,
            NextAttemptAt = now + ClaimFor,
            AttemptCount = delivery.AttemptCount + 1,
            Reason = null,
        }).ToList();
        claims.ForEach(claim => abandoned.TryRemove(claim.Id, out _));
        try
        {
            return await EquipAsync([.. (await deliveries.TryReplaceAsync(claims, cancellationToken)).OfType<Delivery>()], cancellationToken);
        }
        catch
        {
            Abandon(claims);
            throw;
        }
    }

    /// <summary>
    /// None of these was handed to anybody: the message that comes back may claim them again at once, instead of waiting until the claims run
    /// out. Their rows are not written, since storage may be what failed.
    /// </summary>
    public void Abandon(IEnumerable<Delivery> claimed)
    {
        var now = time.GetUtcNow();
        foreach (var (id, until) in abandoned)
        {
            if (until <= now)
            {
                abandoned.TryRemove(id, out _);
            }
        }

        foreach (var delivery in claimed)
        {
            abandoned[delivery.Id] = delivery.ClaimedUntil!.Value;
        }
    }

    /// <summary>Gives claimed deliveries back, due at another time, as if they had not been claimed.</summary>
    public async Task PutOffAsync(IReadOnlyList<ClaimedDelivery> claimed, DateTimeOffset until, string why, CancellationToken cancellationToken)
    {
        if (claimed.Count == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        var due = claimed.Select(item => item.Delivery with
        {
            State = DeliveryState.Due,
            Owner = null,
            ClaimedUntil = null,
            AttemptCount = item.Delivery.AttemptCount - 1,
            NextAttemptAt = until,
            Reason = why,
        }).ToList();
        var kept = (await deliveries.TryReplaceAsync(due, cancellationToken)).OfType<Delivery>().ToList();
        var wait = (until - now) * (1 + (Jitter * dice.Roll()));
        await dispatch.CarryAsync(kept, wait > TimeSpan.Zero ? wait : null, cancellationToken);
    }

    private async Task<IReadOnlyList<ClaimedDelivery>> EquipAsync(List<Delivery> claimed, CancellationToken cancellationToken)
    {
        var subscribers = claimed.Where(delivery => delivery.Content != DeliveryContent.Operator).Select(delivery => delivery.Id.SubscriptionId).Distinct();
        var subscriptionOf = (await subscriptions.GetAsync([.. subscribers], cancellationToken))
            .ToDictionary(subscription => subscription.Id);
        var alertOf = new Dictionary<string, Alert>(StringComparer.Ordinal);
        foreach (var alert in await alerts.GetAsync([.. claimed.SelectMany(delivery => delivery.AlertIds).Distinct()], cancellationToken))
        {
            var readers = claimed.Where(delivery => delivery.AlertIds.Contains(alert.Id)).Select(delivery => subscriptionOf.GetValueOrDefault(delivery.Id.SubscriptionId)).OfType<Subscription>();
            alertOf[alert.Id] = await texts.ForAsync(alert, readers, cancellationToken);
        }

        var silent = await SilentOwnersAsync(claimed, subscriptionOf, cancellationToken);
        var now = time.GetUtcNow();

        var equipped = new List<ClaimedDelivery>(claimed.Count);
        var cancelled = new List<Delivery>();
        var early = new List<ClaimedDelivery>();
        foreach (var delivery in claimed)
        {
            var subscription = delivery.Content == DeliveryContent.Operator
                ? operators.Find(delivery.Id.SubscriptionId)
                : subscriptionOf.GetValueOrDefault(delivery.Id.SubscriptionId);
            if ((silent.Contains(delivery) ? "its owner's mailbox is suppressed" : WhyNot(delivery, subscription)) is { } reason)
            {
                cancelled.Add(delivery with { State = DeliveryState.Cancelled, Reason = reason, Owner = null, ClaimedUntil = null });
                continue;
            }

            var item = new ClaimedDelivery(delivery, subscription!, [.. delivery.AlertIds.Select(alertOf.GetValueOrDefault).OfType<Alert>().Select(alert => AlertRouter.For(alert, subscription!))]);
            (WantsPatience(item, now) ? early : equipped).Add(item);
        }

        await deliveries.TryReplaceAsync(cancelled, cancellationToken);
        foreach (var waiting in early.GroupBy(item => item.Subscription.Endpoint!.PausedUntil!.Value))
        {
            await PutOffAsync([.. waiting], waiting.Key, "the endpoint asked for patience", cancellationToken);
        }

        await TellOwnersAsync(cancelled, subscriptionOf, cancellationToken);
        return equipped;
    }

    /// <summary>A notice goes to a mailbox that is no subscription of its own, but may be on the suppression list.</summary>
    private async Task<HashSet<Delivery>> SilentOwnersAsync(List<Delivery> claimed, Dictionary<string, Subscription> subscriptionOf, CancellationToken cancellationToken)
    {
        var silent = new HashSet<Delivery>(ReferenceEqualityComparer.Instance);
        foreach (var notice in claimed.Where(delivery => delivery.Content == DeliveryContent.Notice))
        {
            if (EmailAddress.TryNormalise(subscriptionOf.GetValueOrDefault(notice.Id.SubscriptionId)?.Channel.OwnerEmail, out var address)
                && await subscriptions.GetAsync(Subscription.IdOf(ChannelKind.Email, address), cancellationToken) is { Status: SubscriptionStatus.Suppressed })
            {
                silent.Add(notice);
            }
        }

        return silent;
    }

    /// <summary>Whoever disabled an endpoint may have died before its owner was told.</summary>
    private async Task TellOwnersAsync(List<Delivery> cancelled, Dictionary<string, Subscription> subscriptionOf, CancellationToken cancellationToken)
    {
        foreach (var subscription in cancelled.Select(delivery => subscriptionOf.GetValueOrDefault(delivery.Id.SubscriptionId)).OfType<Subscription>().Distinct())
        {
            await endpoints.TellOwnerAsync(subscription, cancellationToken);
        }
    }

    private static bool WantsPatience(ClaimedDelivery item, DateTimeOffset now) =>
        item.Delivery is { Channel: ChannelKind.Webhook, Content: not DeliveryContent.Test } && item.Subscription.Endpoint?.PausedUntil > now + Slack;

    private bool IsFree(Delivery delivery, DateTimeOffset now) =>
        (delivery.State == DeliveryState.Due && delivery.NextAttemptAt <= now + Slack)
        || (delivery.State == DeliveryState.Sending && (delivery.ClaimedUntil <= now || IsAbandoned(delivery)));

    private bool IsAbandoned(Delivery delivery) =>
        delivery.Owner == owner.Name && abandoned.TryGetValue(delivery.Id, out var until) && delivery.ClaimedUntil == until;

    private static string? WhyNot(Delivery delivery, Subscription? subscription) => (subscription?.Status, delivery.Content) switch
    {
        (null, DeliveryContent.Operator) => "the address is no operator's any more",
        (null, _) => "the subscription is no longer there",
        (SubscriptionStatus.Active, DeliveryContent.Notice) => "the endpoint is enabled again",
        (SubscriptionStatus.Active, _) => null,
        (SubscriptionStatus.Pending, DeliveryContent.Confirmation) => null,
        (SubscriptionStatus.Disabled, DeliveryContent.Notice or DeliveryContent.Test) => null,
        (var status, _) => $"the subscription is {status.ToString()!.ToLowerInvariant()}",
    };
}

/// <param name="Alerts">What the delivery carries, in its order.</param>
public sealed record ClaimedDelivery(Delivery Delivery, Subscription Subscription, IReadOnlyList<Alert> Alerts);
