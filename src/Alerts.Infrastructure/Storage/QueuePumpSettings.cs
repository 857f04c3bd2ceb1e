namespace Alerts.Infrastructure.Storage;

public sealed record QueuePumpSettings
{
    /// <summary>Messages in hand at once, of each queue.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>How long a message that a dead process took stays invisible. Renewed at half of it while a handler runs.</summary>
    public TimeSpan Visibility { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a message whose handler failed waits for its next attempt.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause between looks at an empty queue; the emulator spends CPU on each look.</summary>
    public TimeSpan IdlePause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a stop waits for handlers in hand before it cancels them.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(20);
}
