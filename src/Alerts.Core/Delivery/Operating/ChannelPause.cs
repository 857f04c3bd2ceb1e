using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery.Operating;

/// <summary>A channel that an operator has stopped. What is due waits; nothing is lost.</summary>
/// <param name="By">Who stopped it, as in the audit log.</param>
public sealed record ChannelPause(ChannelKind Channel, DateTimeOffset Since, string By, string Reason);
