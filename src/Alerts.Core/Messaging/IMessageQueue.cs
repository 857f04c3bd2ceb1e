namespace Alerts.Core.Messaging;

/// <summary>The storage queues. A message that was sent is delivered at least once.</summary>
public interface IMessageQueue
{
    /// <param name="queue">One of <see cref="QueueNames"/>.</param>
    /// <param name="message">A record of this namespace.</param>
    /// <param name="delay">How long the message stays invisible; at most seven days.</param>
    Task SendAsync<T>(string queue, T message, TimeSpan? delay = null, CancellationToken cancellationToken = default)
        where T : notnull;
}
