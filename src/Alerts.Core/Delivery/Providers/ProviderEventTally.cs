namespace Alerts.Core.Delivery.Providers;

/// <param name="Taken">Events that changed something.</param>
/// <param name="PassedOver">Repeats, events of no consequence, and events of mails that are none of ours.</param>
public sealed record ProviderEventTally(int Taken, int PassedOver);
