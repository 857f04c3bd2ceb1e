using Alerts.Core.Delivery;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;

namespace Alerts.Web.Access;

/// <summary>Links that speak for the owner of a subscription.</summary>
internal sealed class OwnerLinks(PublicLinks links, SubscriptionTokens tokens)
{
    public string Endpoint(Subscription webhook) => links.Endpoint(tokens.Sign(TokenPurpose.Preferences, webhook.Id, webhook.Generation));
}
