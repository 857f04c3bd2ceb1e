using Alerts.Core.Alerting;
using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>What is stored about a subscriber: to hand out, and to erase.</summary>
public sealed class PersonalData(ISubscriptionStore subscriptions, IAlertStore alerts, IDeliveryStore deliveries, ISuppressionStore suppressionList)
{
    private const int Chunk = 200;

    /// <summary>Deliveries that an export lists, newest first.</summary>
    private const int MaxDeliveries = 1_000;

    public async Task<(Subscription Subscription, IReadOnlyList<Delivery> Deliveries)?> ExportAsync(string id, CancellationToken cancellationToken)
    {
        if (await subscriptions.GetAsync(id, cancellationToken) is not { } subscription)
        {
            return null;
        }

        var listed = new List<Delivery>();
        string? cursor = null;
        do
        {
            var page = await deliveries.ListAsync(id, state: null, Chunk, cursor, cancellationToken);
            listed.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null && listed.Count < MaxDeliveries);

        return (subscription, listed);
    }

    /// <summary>The row with the address goes last: until then a repeat finds what is left to do.</summary>
    public async Task<bool> EraseAsync(string id, CancellationToken cancellationToken)
    {
        while (await alerts.ListHeldAsync(id, Chunk, cancellationToken) is { Count: > 0 } held)
        {
            await alerts.ReleaseAsync(held, cancellationToken);
        }

        while (await subscriptions.GetAsync(id, cancellationToken) is { Status: SubscriptionStatus.Suppressed } suppressed)
        {
            if (suppressed.Channel.Target.Length == 0)
            {
                return false;
            }

            if (await BlankAsync(suppressed, cancellationToken))
            {
                return true;
            }
        }

        return await subscriptions.RemoveAsync(id, cancellationToken);
    }

    /// <summary>Whoever complained and then had everything erased must not be mailed again: what stays is the id, derived from the address, and that it is suppressed.</summary>
    private async Task<bool> BlankAsync(Subscription suppressed, CancellationToken cancellationToken)
    {
        if (await suppressionList.GetAsync(suppressed.Id, cancellationToken) is { } entry)
        {
            await suppressionList.SaveAsync(entry with { Reason = "" }, cancellationToken);
        }

        var blank = new Subscription
        {
            Id = suppressed.Id,
            Channel = new Channel(suppressed.Channel.Kind, Target: ""),
            Topics = [],
            Status = SubscriptionStatus.Suppressed,
            StatusReason = "erased at its owner's wish",
            CreatedAt = suppressed.CreatedAt,
            Generation = suppressed.Generation + 1,
            Version = suppressed.Version,
        };
        return await subscriptions.TrySaveAsync(blank, cancellationToken) is not null;
    }
}
