namespace Alerts.Core.Delivery.Providers;

/// <summary>What a mail provider reports of one mail, after it took it.</summary>
/// <param name="EventId">The same in every repeat of the event: remembered with the delivery, so a repeat does nothing.</param>
/// <param name="Delivery">Null for a mail that is none of ours.</param>
/// <param name="ProviderId">The provider's id of the mail.</param>
/// <param name="Reason">What the receiving server said.</param>
public sealed record ProviderEvent(string EventId, DeliveryId? Delivery, string? ProviderId, ProviderEventKind Kind, DateTimeOffset At, string Reason);
