using Alerts.Core;
using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Email;

/// <summary>Message-IDs derived from deliveries: the same mail sent twice bears the same one, and an update finds the mail it answers.</summary>
internal sealed class MessageIds(string from)
{
    public string Domain { get; } = from[(from.LastIndexOf('@') + 1)..].Trim().ToLowerInvariant();

    /// <returns>Without angle brackets.</returns>
    public string Of(DeliveryId delivery) => $"{DerivedId.Of("message", delivery.ContentId, delivery.SubscriptionId)}@{Domain}";
}
