using Alerts.Core.Messaging;

namespace Alerts.Core.Alerting;

public interface IAlertStore
{
    /// <returns>What is stored: this alert, or the one of the same id that was there before.</returns>
    Task<Alert> AddIfAbsentAsync(Alert alert, CancellationToken cancellationToken);

    Task<IReadOnlyList<Alert>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    Task RemoveAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Holds an alert back for a digest (daily cadence, quiet hours, cool-down). Repeating it changes nothing.</summary>
    Task HoldAsync(IReadOnlyList<HeldAlert> held, CancellationToken cancellationToken);

    /// <summary>What is held for a subscription, oldest first.</summary>
    Task<IReadOnlyList<HeldAlert>> ListHeldAsync(string subscriptionId, int take, CancellationToken cancellationToken);

    /// <summary>The subscriptions for which anything is held, ordered by id.</summary>
    Task<Page<string>> ListHoldersAsync(int take, string? cursor, CancellationToken cancellationToken);

    Task ReleaseAsync(IReadOnlyList<HeldAlert> held, CancellationToken cancellationToken);
}

/// <param name="Reason">One of <see cref="HoldReasons"/>.</param>
public sealed record HeldAlert(string SubscriptionId, string AlertId, DateTimeOffset HeldAt, string Reason);
