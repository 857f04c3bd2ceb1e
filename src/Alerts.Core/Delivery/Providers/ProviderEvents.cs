using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery.Providers;

/// <summary>
/// Learns from what the mail provider reports. Suppression comes before the delivery's record of the event, so a crash between the two
/// repeats the suppression, which changes nothing.
/// </summary>
public sealed class ProviderEvents(IDeliveryStore deliveries, ISubscriptionStore subscriptions, Suppressions suppressions, IActivityObserver observer)
{
    private const int Tries = 8;

    public async Task<ProviderEventTally> HandleAsync(IReadOnlyList<ProviderEvent> events, CancellationToken cancellationToken)
    {
        var open = events.Where(happened => happened.Delivery is not null && happened.Kind != ProviderEventKind.Other).ToList();
        var (taken, others) = (0, events.Count - open.Count);
        for (var attempt = 0; open.Count > 0; attempt++)
        {
            if (attempt == Tries)
            {
                throw new InvalidOperationException($"The deliveries of {open.Count} events changed under {Tries} attempts to write them.");
            }

            var (written, missed) = await HandleOnceAsync(open, cancellationToken);
            taken += written;
            others += open.Count - written - missed.Count;
            open = missed;
        }

        return new ProviderEventTally(taken, others);
    }

    /// <returns>How many were written, and those whose delivery somebody else wrote at the same time.</returns>
    private async Task<(int Written, List<ProviderEvent> Missed)> HandleOnceAsync(List<ProviderEvent> events, CancellationToken cancellationToken)
    {
        var stored = (await deliveries.GetAsync([.. events.Select(happened => happened.Delivery!).Distinct()], cancellationToken)).ToDictionary(delivery => delivery.Id);
        var changed = new List<(Delivery Delivery, List<ProviderEvent> Events)>();
        foreach (var group in events.GroupBy(happened => happened.Delivery!))
        {
            if (!stored.TryGetValue(group.Key, out var delivery))
            {
                continue;
            }

            var counted = new List<ProviderEvent>();
            foreach (var happened in group.OrderBy(happened => happened.At))
            {
                if (ProviderEventRules.After(delivery, happened) is { } after)
                {
                    await SuppressAsync(delivery, happened, cancellationToken);
                    delivery = after;
                    counted.Add(happened);
                }
            }

            if (counted.Count > 0)
            {
                changed.Add((delivery, counted));
            }
        }

        var replaced = await deliveries.TryReplaceAsync([.. changed.Select(item => item.Delivery)], cancellationToken);
        var missed = changed.Zip(replaced).Where(pair => pair.Second is null).SelectMany(pair => pair.First.Events).ToList();
        foreach (var delivery in replaced.OfType<Delivery>())
        {
            var last = delivery.Reports[^1];
            observer.Observe(new Activity.DeliveryDone(delivery.Channel.ToString(), delivery.Content.ToString(), delivery.State.ToString(), $"provider: {last.Kind}"));
        }

        return (changed.Sum(item => item.Events.Count) - missed.Count, missed);
    }

    private async Task SuppressAsync(Delivery delivery, ProviderEvent happened, CancellationToken cancellationToken)
    {
        if (ProviderEventRules.Suppresses(happened.Kind) is not { } kind || await subscriptions.GetAsync(delivery.Id.SubscriptionId, cancellationToken) is not { } subscription)
        {
            return;
        }

        var suppression = new Suppression(await MailboxOfAsync(subscription, cancellationToken), kind, happened.Reason, happened.At, "provider");
        if (happened.At >= (subscription.Consent?.RequestedAt ?? subscription.CreatedAt))
        {
            await suppressions.SuppressAsync(suppression, cancellationToken);
        }
    }

    /// <summary>A notice goes to the owner of a webhook: it is the owner's mailbox that refuses, not the endpoint.</summary>
    private async Task<string> MailboxOfAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        if (subscription.Channel is not { Kind: ChannelKind.Webhook, OwnerEmail: { } owner } || !EmailAddress.TryNormalise(owner, out var address))
        {
            return subscription.Id;
        }

        await suppressions.EnsureRowAsync(address, cancellationToken);
        return Subscription.IdOf(ChannelKind.Email, address);
    }
}
