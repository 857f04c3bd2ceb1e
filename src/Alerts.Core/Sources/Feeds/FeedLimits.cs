namespace Alerts.Core.Sources.Feeds;

/// <summary>Caps on what one document may cost. What they cut is reported, never silent.</summary>
public sealed record FeedLimits
{
    public static FeedLimits Default { get; } = new();

    /// <summary>The newest that are kept. Too low loses news of a source that lists much; too high lets one document fill the queues.</summary>
    public int Entries { get; init; } = 1_000;

    /// <summary>Characters of a title. Titles go into subjects, table rows and pages.</summary>
    public int Title { get; init; } = 1_000;

    /// <summary>Characters of one summary or content as it stands in the feed.</summary>
    public int Body { get; init; } = 1_000_000;

    /// <summary>Elements within elements. Beyond it, markup is dropped and text kept.</summary>
    public int Depth { get; init; } = 250;
}
