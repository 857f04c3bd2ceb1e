namespace Alerts.Core.Messaging;

/// <summary>
/// One step of the flow. Returning means done: the message is deleted. Throwing means a bug or broken storage: the host tries
/// again and moves the message to the poison queue after five times. Whatever can be expected to fail is not thrown.
/// </summary>
public interface IMessageHandler<in TMessage>
{
    Task HandleAsync(TMessage message, CancellationToken cancellationToken);
}
