using Alerts.Core.Alerting;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>What is stored about a subscriber: to hand out, and to erase.</summary>
public sealed class PersonalData(ISubscriptionStore subscriptions, IAlertStore alerts, IDeliveryStore deliveries)
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

        return await subscriptions.RemoveAsync(id, cancellationToken);
    }
}
