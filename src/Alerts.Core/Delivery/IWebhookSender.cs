using Alerts.Core.Alerting;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

public interface IWebhookSender
{
    /// <summary>One attempt. Never throws for what an endpoint does.</summary>
    Task<SendOutcome> SendAsync(WebhookToSend item, CancellationToken cancellationToken);
}

/// <param name="Alerts">One for an alert, several for a digest, none for a test event.</param>
public sealed record WebhookToSend(Delivery Delivery, Subscription Subscription, IReadOnlyList<Alert> Alerts);
