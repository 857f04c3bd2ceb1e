using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>Writes deliveries, then sends the messages that carry them: a row without a message is brought back by the sweep, a message without a row cannot be.</summary>
public sealed class DeliveryDispatch(IDeliveryStore deliveries, IMessageQueue queue)
{
    public async Task DispatchAsync(IReadOnlyList<Delivery> due, CancellationToken cancellationToken)
    {
        var stored = await deliveries.AddIfAbsentAsync(due, cancellationToken);
        await CarryAsync([.. stored.Where(delivery => delivery.State == DeliveryState.Due)], delay: null, cancellationToken);
    }

    /// <summary>Sends the messages alone, for rows that are there.</summary>
    public async Task CarryAsync(IReadOnlyList<Delivery> due, TimeSpan? delay, CancellationToken cancellationToken)
    {
        foreach (var ids in MessageJson.Pack(due.Where(delivery => delivery.Channel == ChannelKind.Email).Select(delivery => delivery.Id.ToString())))
        {
            await queue.SendAsync(QueueNames.Email, new EmailMessage(ids), delay, cancellationToken);
        }

        foreach (var ids in due.Where(delivery => delivery.Channel == ChannelKind.Webhook).Select(delivery => delivery.Id.ToString()).Chunk(WebhookMessage.MaxDeliveries))
        {
            await queue.SendAsync(QueueNames.Webhook, new WebhookMessage(ids), delay, cancellationToken);
        }
    }
}
