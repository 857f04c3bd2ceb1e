namespace Alerts.Core.Subscriptions;

/// <summary>Local times; a range whose end is not after its start passes midnight.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, bool ExceptCritical = true);
