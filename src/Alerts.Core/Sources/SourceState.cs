using Alerts.Core.Sources.WebSub;

namespace Alerts.Core.Sources;

/// <summary>Where polling a source stands. Written by the fetch stage only; definitions are written by operators only.</summary>
public sealed record SourceState
{
    public DateTimeOffset NextPollAt { get; init; }

    public DateTimeOffset? LastPolledAt { get; init; }

    public DateTimeOffset? LastOkAt { get; init; }

    /// <summary>When an entry that had not been seen was last listed.</summary>
    public DateTimeOffset? LastNewEntryAt { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public SourceHealth Health { get; init; }

    /// <summary>Why the health is what it is, in words for the operator.</summary>
    public string? Reason { get; init; }

    public int? LastStatus { get; init; }

    public int ConsecutiveFailures { get; init; }

    /// <summary>Where permanent redirects point, and how often in a row they did.</summary>
    public Uri? MovedTo { get; init; }

    public int MovedCount { get; init; }

    public int EntriesListed { get; init; }

    public double EntriesPerDay { get; init; }

    /// <summary>The latest date of an entry listed so far, never in the future; what the gap alarm compares with.</summary>
    public DateTimeOffset? NewestEntryAt { get; init; }

    /// <summary>What the last document asked of those who poll it; an answer 304 repeats none of it.</summary>
    public PollHints? Hints { get; init; }

    /// <summary>The WebSub hub that the feed announces; null without one.</summary>
    public HubLease? Hub { get; init; }

    /// <summary>How long after publication entries were first seen: see <see cref="Polling.LagSketch"/>.</summary>
    public IReadOnlyList<int> Lags { get; init; } = [];

    /// <summary>The last changes of <see cref="Health"/>, newest first, at most <see cref="HistoryLength"/>.</summary>
    public IReadOnlyList<HealthChange> History { get; init; } = [];

    public const int HistoryLength = 20;

    /// <summary>The entries that the last answers listed: see <see cref="SeenEntries"/>.</summary>
    public SeenEntries Seen { get; init; } = SeenEntries.Empty;
}
