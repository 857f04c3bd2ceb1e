using Alerts.Core.Messaging;

namespace Alerts.Core;

/// <summary>
/// What a queue message leads to. Both hosts call this and nothing else: a queue function is an attribute and this call, the
/// local pump is a loop around it.
/// </summary>
public sealed class MessageDispatcher(
    IMessageHandler<FetchMessage> fetch,
    IMessageHandler<ReadMessage> read,
    IMessageHandler<AnnounceMessage> announce,
    IMessageHandler<EmailMessage> email,
    IMessageHandler<WebhookMessage> webhook)
{
    /// <exception cref="System.Text.Json.JsonException">The message is not of its queue's shape.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such queue.</exception>
    public Task DispatchAsync(string queue, string message, CancellationToken cancellationToken) => queue switch
    {
        QueueNames.Fetch => fetch.HandleAsync(MessageJson.Read<FetchMessage>(message), cancellationToken),
        QueueNames.Read => read.HandleAsync(MessageJson.Read<ReadMessage>(message), cancellationToken),
        QueueNames.Announce => announce.HandleAsync(MessageJson.Read<AnnounceMessage>(message), cancellationToken),
        QueueNames.Email => email.HandleAsync(MessageJson.Read<EmailMessage>(message), cancellationToken),
        QueueNames.Webhook => webhook.HandleAsync(MessageJson.Read<WebhookMessage>(message), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(queue), queue, $"There is no such queue. The queues are {string.Join(", ", QueueNames.All)}."),
    };
}
