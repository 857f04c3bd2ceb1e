using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api.Views;

/// <param name="Email">Absent where its owner's data was erased: the id alone keeps it from being mailed.</param>
public sealed record SuppressionView(string Id, string? Email, SuppressionKind Kind, string Reason, DateTimeOffset At, string By)
{
    public static SuppressionView Of(Suppression suppression, Subscription? subscription)
    {
        ArgumentNullException.ThrowIfNull(suppression);
        return new(
            suppression.SubscriptionId, subscription?.Channel is { Kind: ChannelKind.Email, Target: { Length: > 0 } address } ? address : null,
            suppression.Kind, suppression.Reason, suppression.At, suppression.By);
    }
}
