namespace Alerts.Core.Alerting;

/// <summary>Why an alert waits for a digest; stored with it.</summary>
public static class HoldReasons
{
    public const string Cadence = "cadence";
    public const string QuietHours = "quiet hours";

    /// <summary>The day's alerts are used up.</summary>
    public const string CoolDown = "cool-down";

    /// <summary>The reader marked one of the same source and topic as not relevant.</summary>
    public const string Demoted = "marked as not relevant";
}
