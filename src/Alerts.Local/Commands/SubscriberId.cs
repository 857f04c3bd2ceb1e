using Alerts.Core.Subscriptions;

namespace Alerts.Local.Commands;

/// <summary>What an operator calls a subscription: an address, a URL or its id.</summary>
internal static class SubscriberId
{
    public static string Of(string text) => EmailAddress.TryNormalise(text, out var address) ? Subscription.IdOf(ChannelKind.Email, address)
        : Uri.TryCreate(text, UriKind.Absolute, out var url) ? Subscription.IdOf(ChannelKind.Webhook, url.AbsoluteUri)
        : text;
}
