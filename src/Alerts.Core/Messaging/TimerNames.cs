namespace Alerts.Core.Messaging;

/// <summary>The timers, by the name that both hosts give to <see cref="TimerDispatcher"/>.</summary>
public static class TimerNames
{
    public const string PollSources = nameof(PollSources);
    public const string SendDigests = nameof(SendDigests);
    public const string Sweep = nameof(Sweep);
    public const string RaiseAlarms = nameof(RaiseAlarms);
    public const string SendHeartbeat = nameof(SendHeartbeat);
    public const string PurgeOld = nameof(PurgeOld);

    public static IReadOnlyDictionary<string, string> ScheduleOf { get; } = new Dictionary<string, string>
    {
        [PollSources] = Schedules.PollSources,
        [SendDigests] = Schedules.SendDigests,
        [Sweep] = Schedules.Sweep,
        [RaiseAlarms] = Schedules.RaiseAlarms,
        [SendHeartbeat] = Schedules.SendHeartbeat,
        [PurgeOld] = Schedules.PurgeOld,
    };
}
