using Alerts.Core.Messaging;

namespace Alerts.Core;

/// <summary>What a timer's tick leads to. Both hosts call this and nothing else.</summary>
public sealed class TimerDispatcher(IEnumerable<ITimerHandler> handlers)
{
    private readonly Dictionary<string, ITimerHandler> handlerOf = handlers.ToDictionary(handler => handler.Name);

    /// <exception cref="ArgumentOutOfRangeException">There is no such timer.</exception>
    public Task RunAsync(string timer, CancellationToken cancellationToken) => handlerOf.TryGetValue(timer, out var handler)
        ? Tracing.TickAsync(timer, () => handler.RunAsync(cancellationToken))
        : throw new ArgumentOutOfRangeException(nameof(timer), timer, $"There is no such timer. The timers are {string.Join(", ", TimerNames.ScheduleOf.Keys)}.");
}
