using Alerts.Core.Messaging;

namespace Alerts.Core.Delivery;

/// <summary>Calls each endpoint by itself and records it by itself: a slow one delays nobody else.</summary>
public sealed class CallWebhook(DeliveryClaims claims, IWebhookSender sender, DeliveryRecorder recorder, TimeProvider time) : IMessageHandler<WebhookMessage>
{
    private const int CallsAtOnce = 32;

    public async Task HandleAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        var claimed = await claims.ClaimAsync(message.DeliveryIds, cancellationToken);
        await Parallel.ForEachAsync(
            claimed,
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce },
            async (item, _) =>
            {
                var started = time.GetTimestamp();
                var outcome = await sender.SendAsync(new WebhookToSend(item.Delivery, item.Subscription, item.Alerts), cancellationToken);
                await recorder.RecordAsync([(item.Delivery, outcome, time.GetElapsedTime(started))], CancellationToken.None);
            });
    }
}
