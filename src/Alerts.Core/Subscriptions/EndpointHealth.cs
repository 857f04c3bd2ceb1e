namespace Alerts.Core.Subscriptions;

/// <summary>How a webhook's endpoint does. Written when that changes, not at every call.</summary>
/// <param name="FailingSince">The first failure after which nothing was accepted; null while it works.</param>
/// <param name="PausedUntil">It asked for patience: nothing is sent before then.</param>
/// <param name="DisabledAt">When it was disabled, by its own word or after days of failure.</param>
public sealed record EndpointHealth(DateTimeOffset? FailingSince = null, DateTimeOffset? PausedUntil = null, DateTimeOffset? DisabledAt = null)
{
    public static EndpointHealth Good { get; } = new();
}
