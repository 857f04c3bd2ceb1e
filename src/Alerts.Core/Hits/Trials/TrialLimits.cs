namespace Alerts.Core.Hits.Trials;

/// <summary>How far a trial goes before it says what it has left unread.</summary>
public sealed record TrialLimits
{
    public const int MaxDays = 90;

    public static TrialLimits Default { get; } = new();

    public int Articles { get; init; } = 100_000;

    /// <summary>Somebody waits for the answer.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);
}
