using System.Net.Http.Headers;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Webhooks;

namespace Alerts.Infrastructure.Webhooks;

/// <summary>Makes the request of a delivery: body, signature, headers.</summary>
internal sealed class WebhookRequests(WebhookBodies bodies)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private static readonly ProductInfoHeaderValue Agent = new("Alerts-Webhooks", "1.0");

    public HttpRequestMessage Of(WebhookToSend item, Uri url, DateTimeOffset at)
    {
        var body = bodies.Write(item);
        var id = WebhookSignature.IdOf(item.Delivery.Id);
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
            Headers = { UserAgent = { Agent } },
        };
        request.Headers.Add(WebhookSignature.IdHeader, id);
        request.Headers.Add(WebhookSignature.TimestampHeader, WebhookSignature.Timestamp(at));
        if (WebhookSignature.Sign(item.Subscription.Channel.Secrets, id, at, body) is { Length: > 0 } signature)
            request.Headers.Add(WebhookSignature.SignatureHeader, signature);
        return request;
    }
}
