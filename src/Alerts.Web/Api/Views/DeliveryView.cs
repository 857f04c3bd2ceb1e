using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Providers;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api.Views;

/// <summary>A delivery, where it stands, and every attempt that is kept.</summary>
public sealed record DeliveryView(
    string Id, string SubscriptionId, DeliveryContent Content, ChannelKind Channel, DeliveryState State, string? Reason, DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt,
    DateTimeOffset? SentAt, string? ProviderId, int AttemptCount, IReadOnlyList<DeliveryAttempt> Attempts, IReadOnlyList<ProviderReport> Reports,
    IReadOnlyList<string> AlertIds)
{
    public static DeliveryView Of(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return new(
            delivery.Id.ToString(), delivery.Id.SubscriptionId, delivery.Content, delivery.Channel, delivery.State, delivery.Reason, delivery.CreatedAt,
            delivery.IsFinal ? null : delivery.NextAttemptAt, delivery.SentAt, delivery.ProviderId, delivery.AttemptCount, delivery.Attempts, delivery.Reports,
            delivery.AlertIds);
    }
}
