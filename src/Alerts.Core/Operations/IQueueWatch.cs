namespace Alerts.Core.Operations;

/// <summary>Looks at the queues without taking anything.</summary>
public interface IQueueWatch
{
    /// <returns>One for each of the flow's queues.</returns>
    Task<IReadOnlyList<QueueReading>> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="OldestAt">When the message at the head was sent; null for an empty queue. One that was delayed is older than it waited.</param>
/// <param name="Waiting">About how many, delayed ones included.</param>
/// <param name="DeadLetters">About how many lie in its poison queue.</param>
public sealed record QueueReading(string Queue, DateTimeOffset? OldestAt, int Waiting, int DeadLetters);
