using Alerts.Core.Alerting;

namespace Alerts.Core.Delivery;

/// <summary>Reads the times of an alert from the rows that are there anyway: nothing is written for it.</summary>
public sealed class LatencyLedger(IAlertStore alerts, IDeliveryStore deliveries)
{
    /// <returns>Null where the alert is no longer stored.</returns>
    public async Task<AlertTimes?> FindAsync(string? alertId, CancellationToken cancellationToken) =>
        alertId is not null && (await alerts.GetAsync([alertId], cancellationToken)) is [var alert]
            ? AlertTimes.Of(alert, await deliveries.FirstSentAsync(alertId, cancellationToken))
            : null;
}
