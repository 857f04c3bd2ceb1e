using Alerts.Core.Messaging;

namespace Alerts.Core.Subscriptions;

public interface ISubscriptionStore
{
    Task<Subscription?> GetAsync(string id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Subscription>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Adds a subscription without <see cref="Subscription.Version"/>, replaces one with it.</summary>
    /// <returns>What is stored now; null where another writer was there first: read again.</returns>
    Task<Subscription?> TrySaveAsync(Subscription subscription, CancellationToken cancellationToken);

    /// <summary>Erases the row.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>All, ordered by <see cref="Subscription.Id"/>: the order in which the fan-out goes; the cursor survives a restart.</summary>
    Task<Page<Subscription>> ListAsync(int take, string? cursor, CancellationToken cancellationToken);
}
