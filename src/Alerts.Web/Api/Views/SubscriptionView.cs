using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api.Views;

/// <summary>A subscription as its owner and administrators see it. Secrets are never in it.</summary>
/// <param name="Target">The address or endpoint.</param>
public sealed record SubscriptionView(
    string Id, ChannelKind Channel, string Target, WebhookFormat? Format, string? OwnerEmail, SubscriptionStatus Status, string? StatusReason, IReadOnlyList<string> Topics,
    IReadOnlyList<string> WatchWords, string MinimumSeverity, IReadOnlyList<string> Languages, Cadence Cadence, string TimeZone, TimeOnly DigestAt, DayOfWeek DigestDay,
    QuietHours? QuietHours, int? MaxAlertsPerDay, bool LimitExceptCritical, DateTimeOffset CreatedAt, DateTimeOffset? ConfirmedAt, Consent? Consent)
{
    public static SubscriptionView Of(Subscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var channel = subscription.Channel;
        return new(
            subscription.Id, channel.Kind, channel.Target, channel.Kind == ChannelKind.Webhook ? channel.Format : null, channel.OwnerEmail, subscription.Status,
            subscription.StatusReason, subscription.Topics, subscription.WatchWords, subscription.MinimumSeverity, subscription.Languages, subscription.Cadence,
            subscription.TimeZone, subscription.DigestAt, subscription.DigestDay, subscription.QuietHours, subscription.MaxAlertsPerDay, subscription.LimitExceptCritical, subscription.CreatedAt,
            subscription.ConfirmedAt, subscription.Consent);
    }
}
