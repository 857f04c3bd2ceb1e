namespace Alerts.Core.Sources;

/// <summary>What a feed's document asks of those who poll it.</summary>
public sealed record PollHints
{
    public TimeSpan? Ttl { get; init; }

    /// <summary>The syndication module's period divided by its frequency.</summary>
    public TimeSpan? UpdateInterval { get; init; }

    /// <summary>Hours of the day (UTC) in which the publisher asks not to be polled.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];
}
