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
    Task<Page<AlertHolder>> ListHoldersAsync(int take, string? cursor, CancellationToken cancellationToken);

    /// <summary>Notes for a holder, as it was listed, that nothing is held for it since before then. Where anything was held for it meanwhile nothing is noted, and what is held late takes the note away.</summary>
    Task NoteAsync(AlertHolder holder, DateTimeOffset since, CancellationToken cancellationToken);

    Task ReleaseAsync(IReadOnlyList<HeldAlert> held, CancellationToken cancellationToken);
}

/// <param name="Reason">One of <see cref="HoldReasons"/>.</param>
/// <param name="HeldAt">When the alert was made, also where a fan-out that was broken off holds it hours later.</param>
public sealed record HeldAlert(string SubscriptionId, string AlertId, DateTimeOffset HeldAt, string Reason)
{
    /// <summary>What is written longer after <see cref="HeldAt"/> is late.</summary>
    public static TimeSpan OnTime { get; } = TimeSpan.FromMinutes(15);
}

/// <param name="Since">Nothing is held for it since before then; null where nobody has looked.</param>
/// <param name="Version">The store's concurrency stamp.</param>
public sealed record AlertHolder(string SubscriptionId, DateTimeOffset? Since, string Version);
