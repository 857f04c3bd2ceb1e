using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Email.SendGrid;

/// <param name="EventId">The same in every repeat of the event: remember it, and a replay does nothing.</param>
/// <param name="Delivery">Null for a mail that is none of ours.</param>
/// <param name="Reason">What the receiving server said.</param>
public sealed record ProviderEvent(string EventId, DeliveryId? Delivery, ProviderEventKind Kind, DateTimeOffset At, string Reason);
