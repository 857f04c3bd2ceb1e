using Alerts.Core.Alerting;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// Timer: turns what was held into one delivery a subscription when its time has come. The delivery's id is derived from the
/// oldest alert in it, and what is released is what the stored delivery carries: a crash between the two, or two ticks at once, repeats nothing.
/// Of whom nothing can be due, as it is noted with each holder, nothing is asked.
/// </summary>
public sealed class SendDigests(ISubscriptionStore subscriptions, IAlertStore alerts, DeliveryDispatch dispatch, IDeliveryStore deliveries, TimeProvider time) : ITimerHandler
{
    /// <summary>More than this in one digest is cut into the next one.</summary>
    private const int MaxAlerts = 100;

    private const int PageSize = 500;

    private const int AskedAtOnce = 16;

    public string Name => TimerNames.SendDigests;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var holders = await alerts.ListHoldersAsync(PageSize, cursor, cancellationToken);
            var known = (await subscriptions.GetAsync([.. holders.Items.Select(holder => holder.SubscriptionId)], cancellationToken)).ToDictionary(subscription => subscription.Id);
            var now = time.GetUtcNow();
            var asked = holders.Items.Select(holder => (Holder: holder, Subscription: known.GetValueOrDefault(holder.SubscriptionId)))
                .Where(item => item is not { Holder.Since: { } since, Subscription: { Status: SubscriptionStatus.Active } subscription } || DigestSchedule.MayBeDue(subscription, since, now));
            await Parallel.ForEachAsync(
                asked, new ParallelOptions { MaxDegreeOfParallelism = AskedAtOnce, CancellationToken = cancellationToken },
                async (item, cancellation) => await SendAsync(item.Holder, item.Subscription, cancellation));
            cursor = holders.Next;
        }
        while (cursor is not null);
    }

    private async Task SendAsync(AlertHolder holder, Subscription? subscription, CancellationToken cancellationToken)
    {
        var held = await alerts.ListHeldAsync(holder.SubscriptionId, MaxAlerts, cancellationToken);
        if (subscription is not { Status: SubscriptionStatus.Active })
        {
            await alerts.ReleaseAsync(held, cancellationToken);
            return;
        }

        var now = time.GetUtcNow();
        var ready = held.Where(item => item.HeldAt <= DigestSchedule.LastDue(subscription, item.Reason, now)).ToList();
        if (ready.Count > 0)
        {
            await DispatchAsync(subscription, ready, cancellationToken);
            return;
        }

        // What is held from now on was made a little while ago at most, or takes the note away.
        var since = now - HeldAlert.OnTime;
        if (held is [var oldest, ..] && oldest.HeldAt < since)
        {
            since = oldest.HeldAt;
        }

        if (!DigestSchedule.MayBeDue(subscription, since, now))
        {
            await alerts.NoteAsync(holder, since, cancellationToken);
        }
    }

    private async Task DispatchAsync(Subscription subscription, List<HeldAlert> ready, CancellationToken cancellationToken)
    {
        var contentId = DerivedId.Of("digest", subscription.Id, ready[0].AlertId);
        var told = await ToldAtOnceAsync(subscription, ready, cancellationToken);
        if (told.Count == ready.Count)
        {
            await alerts.ReleaseAsync(ready, cancellationToken);
            return;
        }

        var digest = new Delivery
        {
            Id = new DeliveryId(contentId, subscription.Id),
            Content = DeliveryContent.Digest,
            Channel = subscription.Channel.Kind,
            CreatedAt = time.GetUtcNow(),
            NextAttemptAt = time.GetUtcNow(),
            AlertIds = [.. ready.Select(item => item.AlertId).Except(told)],
        };
        var stored = (await deliveries.AddIfAbsentAsync([digest], cancellationToken)).Single();
        if (stored.State == DeliveryState.Due)
        {
            await dispatch.CarryAsync([stored], delay: null, cancellationToken);
        }

        await alerts.ReleaseAsync([.. ready.Where(item => stored.AlertIds.Contains(item.AlertId) || told.Contains(item.AlertId))], cancellationToken);
    }

    /// <summary>A page of a fan-out that is repeated asks for the preferences of now: who has changed from one cadence to another between the two has both.</summary>
    private async Task<IReadOnlySet<string>> ToldAtOnceAsync(Subscription subscription, List<HeldAlert> ready, CancellationToken cancellationToken) =>
        (await deliveries.GetAsync([.. ready.Select(item => new DeliveryId(item.AlertId, subscription.Id))], cancellationToken)).Select(delivery => delivery.Id.ContentId).ToHashSet(StringComparer.Ordinal);
}
