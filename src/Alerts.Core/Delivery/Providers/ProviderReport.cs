namespace Alerts.Core.Delivery.Providers;

/// <summary>A provider's event as the delivery keeps it.</summary>
public sealed record ProviderReport(string EventId, ProviderEventKind Kind, DateTimeOffset At, string Reason);
