using Alerts.Core.Delivery;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api.Views;

/// <summary>Everything that is stored about the owner of a subscription.</summary>
public sealed record PersonalDataView(SubscriptionView Subscription, IReadOnlyList<DeliveryView> Deliveries)
{
    public static PersonalDataView Of(Subscription subscription, IReadOnlyList<Delivery> deliveries) =>
        new(SubscriptionView.Of(subscription), [.. deliveries.Select(DeliveryView.Of)]);
}
