using Alerts.Core;
using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Email;

/// <summary>Message-IDs derived from deliveries: the same mail sent twice bears the same one, and an update finds the mail it answers.</summary>
internal sealed class MessageIds(string from)
{
    public string Domain { get; } = from[(from.LastIndexOf('@') + 1)..].Trim().ToLowerInvariant();

    /// <returns>Without angle brackets.</returns>
    public string Of(DeliveryId delivery) => $"{DerivedId.Of("message", delivery.ContentId, delivery.SubscriptionId)}@{Domain}";

    /// <summary>
    /// Stands at the root of all that one recipient is told of an incident, through whichever of its stories. No mail bears it itself: which alert comes
    /// first differs by reader, and mail programs group by a reference whether or not its message is there.
    /// </summary>
    /// <returns>Without angle brackets.</returns>
    public string OfIncident(string incidentId, string subscriptionId) => $"{DerivedId.Of("incident-thread", incidentId, subscriptionId)}@{Domain}";
}
