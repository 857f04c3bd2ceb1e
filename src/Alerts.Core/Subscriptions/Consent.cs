namespace Alerts.Core.Subscriptions;

/// <summary>The record of a double opt-in: what the law wants to see.</summary>
/// <param name="Source">"page", "api" or "operator".</param>
public sealed record Consent(DateTimeOffset RequestedAt, string? RequestedFrom, string Source, DateTimeOffset? ConfirmedAt = null, string? ConfirmedFrom = null)
{
    /// <summary>The version of <see cref="ConsentWording"/> that was agreed to; null where the owner agreed elsewhere.</summary>
    public string? Wording { get; init; }
}
