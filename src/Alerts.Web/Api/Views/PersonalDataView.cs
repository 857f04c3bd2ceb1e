using Alerts.Core.Alerting;
using Alerts.Core.Delivery;

namespace Alerts.Web.Api.Views;

/// <summary>Everything that is stored about a subscriber: every channel, its preferences and record of consent, own topics and what they found, and what was sent.</summary>
public sealed record PersonalDataView(
    SubscriptionView Subscription, IReadOnlyList<SubscriptionView> Channels, IReadOnlyList<OwnTopicView> Topics, IReadOnlyList<HeldAlert> Held, IReadOnlyList<HitView> Hits,
    IReadOnlyList<DeliveryView> Deliveries)
{
    public static PersonalDataView Of(PersonalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(
            SubscriptionView.Of(record.Channels[0]), [.. record.Channels.Skip(1).Select(SubscriptionView.Of)], [.. record.Topics.Select(OwnTopicView.Of)], record.Held,
            [.. record.Hits.Select(HitView.Of)], [.. record.Deliveries.Select(DeliveryView.Of)]);
    }
}
