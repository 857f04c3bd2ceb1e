using Alerts.Core.Delivery.Operating;
using Alerts.Core.Messaging;

namespace Alerts.Core;

/// <summary>
/// What a queue message leads to. Both hosts call this and nothing else: a queue function is an attribute and this call, the
/// local pump is a loop around it. Why a message failed is written down here, since its queue would not tell.
/// </summary>
public sealed class MessageDispatcher(
    IMessageHandler<FetchMessage> fetch,
    IMessageHandler<ReadMessage> read,
    IMessageHandler<AnnounceMessage> announce,
    IMessageHandler<EmailMessage> email,
    IMessageHandler<WebhookMessage> webhook,
    IFailureLog failures,
    TimeProvider time)
{
    /// <exception cref="System.Text.Json.JsonException">The message is not of its queue's shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such queue.</exception>
    public async Task DispatchAsync(string queue, string message, CancellationToken cancellationToken)
    {
        try
        {
            await Tracing.ProcessAsync(queue, () => RouteAsync(queue, message, cancellationToken));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await RecordAsync(MessageFailure.Of(queue, message, exception, time.GetUtcNow()));
            throw;
        }
    }

    private Task RouteAsync(string queue, string message, CancellationToken cancellationToken) => queue switch
    {
        QueueNames.Fetch => fetch.HandleAsync(MessageJson.Read<FetchMessage>(message), cancellationToken),
        QueueNames.Read => read.HandleAsync(MessageJson.Read<ReadMessage>(message), cancellationToken),
        QueueNames.Announce => announce.HandleAsync(MessageJson.Read<AnnounceMessage>(message), cancellationToken),
        QueueNames.Email => email.HandleAsync(MessageJson.Read<EmailMessage>(message), cancellationToken),
        QueueNames.Webhook => webhook.HandleAsync(MessageJson.Read<WebhookMessage>(message), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(queue), queue, $"There is no such queue. The queues are {string.Join(", ", QueueNames.All)}."),
    };

    private async Task RecordAsync(MessageFailure failure)
    {
        try
        {
            await failures.RecordAsync(failure, CancellationToken.None);
        }
        catch (Exception)
        {
            // Where storage itself is broken the note is lost, and the failure, which matters more, goes on to the host.
        }
    }
}
