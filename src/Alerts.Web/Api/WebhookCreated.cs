using Alerts.Web.Api.Views;

namespace Alerts.Web.Api;

/// <param name="Secret">Signs what is sent to the endpoint. Shown here only.</param>
public sealed record WebhookCreated(SubscriptionView Subscription, string Secret);
