namespace Alerts.Core.Delivery;

/// <summary>Messages that failed five times, visible and replayable.</summary>
public interface IDeadLetters
{
    /// <summary>Without taking them: at most 32 a queue.</summary>
    Task<IReadOnlyList<DeadLetter>> ListAsync(string? queue, CancellationToken cancellationToken);

    /// <summary>Moves them back to their queues.</summary>
    /// <returns>How many went.</returns>
    Task<int> ReplayAsync(string? queue, string? messageId, CancellationToken cancellationToken);

    /// <summary>Approximate lengths, poison queues included, by name.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken);
}

public sealed record DeadLetter(string Queue, string MessageId, string Body, DateTimeOffset? InsertedAt);
