using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Alerting;

/// <summary>
/// Routes an alert for many subscriptions: the router's answer, then the limit a day, which is asked of the store only where a
/// subscription has one and the alert would go at once.
/// </summary>
public sealed class AlertRouting(IDailyAllowance allowance)
{
    public async Task<IReadOnlyList<(Subscription Subscription, AlertRoute Route)>> RouteAsync(
        Alert alert, IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        var routed = new (Subscription Subscription, AlertRoute Route)[subscriptions.Count];
        var limited = new List<(int At, Task<AlertRoute> Route)>();
        for (var i = 0; i < routed.Length; i++)
        {
            var subscription = subscriptions[i];
            routed[i] = (subscription, AlertRouter.Route(alert, subscription, out var severity));
            if (routed[i].Route is AlertRoute.Now && subscription.MaxAlertsPerDay is { } places && !(subscription.LimitExceptCritical && severity == Severity.Critical))
            {
                limited.Add((i, LimitAsync(alert, subscription, places, cancellationToken)));
            }
        }

        foreach (var (at, route) in limited)
        {
            routed[at].Route = await route;
        }

        return routed;
    }

    private async Task<AlertRoute> LimitAsync(Alert alert, Subscription subscription, int places, CancellationToken cancellationToken)
    {
        var day = LocalTime.DayOf(alert.CreatedAt, subscription.TimeZone);
        return await allowance.TakeAsync(subscription.Id, day, alert.Id, places, cancellationToken) ? new AlertRoute.Now() : new AlertRoute.Hold(HoldReasons.CoolDown);
    }
}
