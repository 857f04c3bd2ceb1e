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
        var routes = subscriptions.Select(subscription => RouteAsync(alert, subscription, cancellationToken)).ToList();
        var routed = new List<(Subscription, AlertRoute)>(subscriptions.Count);
        for (var i = 0; i < subscriptions.Count; i++)
        {
            routed.Add((subscriptions[i], await routes[i]));
        }

        return routed;
    }

    private Task<AlertRoute> RouteAsync(Alert alert, Subscription subscription, CancellationToken cancellationToken)
    {
        var route = AlertRouter.Route(alert, subscription);
        return route is AlertRoute.Now && subscription.MaxAlertsPerDay is { } places
            && !(subscription.LimitExceptCritical && AlertRouter.SeverityFor(alert, subscription) == Severity.Critical)
            ? LimitAsync(alert, subscription, places, cancellationToken)
            : Task.FromResult(route);
    }

    private async Task<AlertRoute> LimitAsync(Alert alert, Subscription subscription, int places, CancellationToken cancellationToken)
    {
        var day = LocalTime.DayOf(alert.CreatedAt, subscription.TimeZone);
        return await allowance.TakeAsync(subscription.Id, day, alert.Id, places, cancellationToken) ? new AlertRoute.Now() : new AlertRoute.Hold(HoldReasons.CoolDown);
    }
}
