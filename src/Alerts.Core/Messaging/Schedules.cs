namespace Alerts.Core.Messaging;

/// <summary>When the timers fire, in the six-field grammar of the Functions host (seconds first, UTC).</summary>
public static class Schedules
{
    public const string PollSources = "0 * * * * *";

    /// <summary>A digest is due at a local minute; five minutes is how late it may be.</summary>
    public const string SendDigests = "15 */5 * * * *";

    public const string Sweep = "45 */2 * * * *";

    /// <summary>How late an alarm may be; a look costs some ten queue requests.</summary>
    public const string RaiseAlarms = "30 */2 * * * *";

    /// <summary>The heartbeat is due at a local minute.</summary>
    public const string SendHeartbeat = "5 */5 * * * *";

    /// <summary>Nobody waits for it.</summary>
    public const string PurgeOld = "20 17 * * * *";
}
