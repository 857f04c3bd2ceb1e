using Alerts.Core.Alerting;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>Some alerts on their way over the subscriptions: what became due, and what is held back.</summary>
internal sealed class FanOut(IReadOnlyList<Alert> alerts, WatchTexts texts, AlertRouting routing)
{
    private readonly List<Alert> alerts = [.. alerts];
    private readonly List<Delivery> due = [];
    private readonly List<HeldAlert> held = [];

    public IReadOnlyList<Alert> Alerts => alerts;

    public IReadOnlyList<Delivery> Due => due;

    public IReadOnlyList<HeldAlert> Held => held;

    /// <param name="ownFirst">Who of a page heard of it by a topic of their own; null for what own topics found.</param>
    public async Task RouteAsync(IReadOnlyList<Subscription> page, OwnFirst? ownFirst, CancellationToken cancellationToken)
    {
        for (var i = 0; i < alerts.Count; i++)
        {
            var alert = alerts[i] = await texts.ForAsync(alerts[i], page, cancellationToken);
            var told = ownFirst is null ? null : await ownFirst.AmongAsync(alert, page, cancellationToken);
            var untold = told is not { Count: > 0 } ? page : [.. page.Where(subscription => !told.Contains(subscription.Id))];
            foreach (var (subscription, route) in await routing.RouteAsync(alert, untold, cancellationToken))
            {
                switch (route)
                {
                    case AlertRoute.Now:
                        due.Add(Delivery.Of(alert, subscription));
                        break;
                    case AlertRoute.Hold hold:
                        held.Add(new HeldAlert(subscription.Id, alert.Id, alert.CreatedAt, hold.Reason));
                        break;
                    default:
                        break;
                }
            }
        }
    }

    public async Task WriteAsync(IAlertStore store, DeliveryDispatch dispatch, CancellationToken cancellationToken)
    {
        await store.HoldAsync(held, cancellationToken);
        await dispatch.DispatchAsync(due, cancellationToken);
    }
}
