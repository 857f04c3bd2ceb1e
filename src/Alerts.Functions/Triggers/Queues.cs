using Alerts.Core;
using Alerts.Core.Messaging;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions.Triggers;

/// <summary>The steps of the flow. An attribute and a line each: what a message means is decided in Core.</summary>
public sealed class Queues(MessageDispatcher messages)
{
    /// <summary>The host's own storage is the product's: one account, one identity.</summary>
    public const string Connection = "AzureWebJobsStorage";

    [Function("FetchSource")]
    public Task FetchSourceAsync([QueueTrigger(QueueNames.Fetch, Connection = Connection)] string message, CancellationToken cancellationToken) =>
        messages.DispatchAsync(QueueNames.Fetch, message, cancellationToken);

    [Function("ReadArticle")]
    public Task ReadArticleAsync([QueueTrigger(QueueNames.Read, Connection = Connection)] string message, CancellationToken cancellationToken) =>
        messages.DispatchAsync(QueueNames.Read, message, cancellationToken);

    [Function("AnnounceStory")]
    public Task AnnounceStoryAsync([QueueTrigger(QueueNames.Announce, Connection = Connection)] string message, CancellationToken cancellationToken) =>
        messages.DispatchAsync(QueueNames.Announce, message, cancellationToken);

    [Function("SendEmail")]
    public Task SendEmailAsync([QueueTrigger(QueueNames.Email, Connection = Connection)] string message, CancellationToken cancellationToken) =>
        messages.DispatchAsync(QueueNames.Email, message, cancellationToken);

    [Function("CallWebhook")]
    public Task CallWebhookAsync([QueueTrigger(QueueNames.Webhook, Connection = Connection)] string message, CancellationToken cancellationToken) =>
        messages.DispatchAsync(QueueNames.Webhook, message, cancellationToken);
}
