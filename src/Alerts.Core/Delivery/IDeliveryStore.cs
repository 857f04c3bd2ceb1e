using Alerts.Core.Messaging;

namespace Alerts.Core.Delivery;

public interface IDeliveryStore
{
    /// <summary>Adds those that are not there yet, in batches by partition.</summary>
    /// <returns>What is stored now, one for each, in order.</returns>
    Task<IReadOnlyList<Delivery>> AddIfAbsentAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken);

    Task<IReadOnlyList<Delivery>> GetAsync(IReadOnlyCollection<DeliveryId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces each if it is still at its <see cref="Delivery.Version"/>: in batches where nobody interferes, one by one where
    /// somebody did.
    /// </summary>
    /// <returns>For each, in order: stored with its new version, or null where it had changed.</returns>
    Task<IReadOnlyList<Delivery?>> TryReplaceAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken);

    /// <summary>
    /// The same for what has come to pass outside and is lost if it is not written: a storage that does not answer is asked again until then.
    /// </summary>
    Task<IReadOnlyList<Delivery?>> TryRecordAsync(IReadOnlyList<Delivery> deliveries, DateTimeOffset until, CancellationToken cancellationToken) =>
        TryReplaceAsync(deliveries, cancellationToken);

    /// <summary>Not final, and due or claimed before then: for the sweep. A page may be short and yet have a next one, and one that was put off may come twice.</summary>
    Task<Page<Delivery>> ListOverdueAsync(DateTimeOffset before, int take, string? cursor, CancellationToken cancellationToken);

    /// <summary>Those of one subscription that are not final.</summary>
    Task<IReadOnlyList<Delivery>> ListUnfinishedAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>How many deliveries a content became; counts no further than <paramref name="atMost"/>.</summary>
    Task<int> CountAsync(string contentId, int atMost, CancellationToken cancellationToken);

    /// <summary>When the first of a content's deliveries was accepted, as far as the first hundred tell; null where none was yet.</summary>
    Task<DateTimeOffset?> FirstSentAsync(string contentId, CancellationToken cancellationToken);

    /// <summary>Forgets all that was ever sent to a subscription, in every index.</summary>
    Task EraseAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>Newest first where <paramref name="subscriptionId"/> is null; else that subscription's.</summary>
    Task<Page<Delivery>> ListAsync(string? subscriptionId, DeliveryState? state, int take, string? cursor, CancellationToken cancellationToken);
}
