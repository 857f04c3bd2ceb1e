using Alerts.Core.Delivery.Webhooks.Chat;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery.Webhooks;

/// <summary>The body of a delivery in the format of its endpoint.</summary>
public sealed class WebhookBodies(PublicLinks links)
{
    private readonly WebhookPayloads payloads = new(links);
    private readonly ChatMessages messages = new(links);

    public byte[] Write(WebhookToSend item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var format = item.Subscription.Channel.Format;
        return format == WebhookFormat.Standard ? payloads.Write(item) : messages.Write(item, format);
    }
}
