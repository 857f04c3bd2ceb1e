using Alerts.Web.Api.Views;

namespace Alerts.Web.Api;

/// <param name="Secret">Signs what is sent to the endpoint. Shown here only.</param>
/// <param name="OwnerUrl">The endpoint's page: its log, sending again, test, secret. Whoever has the address may use it; it works for 180 days.</param>
public sealed record WebhookCreated(SubscriptionView Subscription, string Secret, string OwnerUrl);
