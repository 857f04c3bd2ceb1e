namespace Alerts.Core.Delivery;

/// <summary>Messages that failed five times, visible and replayable.</summary>
public interface IDeadLetters
{
    /// <summary>Without taking them: of the 32 that a queue shows to whoever does not take them. <see cref="CountAsync"/> says how many there are.</summary>
    Task<IReadOnlyList<DeadLetter>> ListAsync(DeadLetterFilter filter, CancellationToken cancellationToken);

    /// <summary>Moves them back to their queues.</summary>
    /// <returns>How many went.</returns>
    Task<int> ReplayAsync(DeadLetterFilter filter, CancellationToken cancellationToken);

    /// <summary>Approximate lengths, poison queues included, by name.</summary>
    Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken);
}

/// <param name="InsertedAt">When it was given up.</param>
/// <param name="Reason">Why it failed last; null where that was not recorded: the process ended with it in hand.</param>
public sealed record DeadLetter(string Queue, string MessageId, string Body, DateTimeOffset? InsertedAt, string? Reason = null, DateTimeOffset? FailedAt = null);
