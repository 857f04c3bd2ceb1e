namespace Alerts.Core.Messaging;

/// <summary>What a timer does at each tick. Late ticks and two ticks at once are harmless.</summary>
public interface ITimerHandler
{
    /// <summary>One of <see cref="TimerNames"/>.</summary>
    string Name { get; }

    Task RunAsync(CancellationToken cancellationToken);
}
