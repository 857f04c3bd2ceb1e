namespace Alerts.Core.Subscriptions;

/// <summary>What a subscriber asks for, as it came in. Null leaves a thing as it is; <see cref="PreferenceRules"/> judges and applies.</summary>
public sealed record Preferences
{
    public IReadOnlyList<string>? Topics { get; init; }

    public IReadOnlyList<string>? WatchWords { get; init; }

    public string? MinimumSeverity { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    public Cadence? Cadence { get; init; }

    public string? TimeZone { get; init; }

    public TimeOnly? DigestAt { get; init; }

    public DayOfWeek? DigestDay { get; init; }

    public QuietHours? QuietHours { get; init; }

    /// <summary>Takes the quiet hours away, which null cannot say.</summary>
    public bool NoQuietHours { get; init; }

    /// <summary>Zero takes the limit away.</summary>
    public int? MaxAlertsPerDay { get; init; }

    /// <summary>Whether critical alerts come through beyond the limit.</summary>
    public bool? LimitExceptCritical { get; init; }
}
