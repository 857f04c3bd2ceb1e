using Alerts.Core.Messaging;

namespace Alerts.Core.Delivery.Suppressing;

/// <summary>Finds the suppressed; that a subscription is suppressed stands in its own row.</summary>
public interface ISuppressionStore
{
    Task<Suppression?> GetAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>Adds or replaces.</summary>
    Task SaveAsync(Suppression suppression, CancellationToken cancellationToken);

    Task<bool> RemoveAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>Ordered by id.</summary>
    Task<Page<Suppression>> ListAsync(int take, string? cursor, CancellationToken cancellationToken);
}
