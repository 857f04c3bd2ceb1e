namespace Alerts.Core.Delivery.Suppressing;

/// <summary>One entry of the suppression list.</summary>
/// <param name="SubscriptionId">Derived from the address, so that the entry stands although its owner's data was erased.</param>
/// <param name="By">"provider", "mail server", or the operator.</param>
public sealed record Suppression(string SubscriptionId, SuppressionKind Kind, string Reason, DateTimeOffset At, string By);
