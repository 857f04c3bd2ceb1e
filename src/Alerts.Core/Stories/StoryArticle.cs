using Alerts.Core.Matching;
using Alerts.Core.Sources;

namespace Alerts.Core.Stories;

/// <param name="JoinedBecause">What agreed, and by how much.</param>
/// <param name="AmountUsd">What this article says was lost, in US dollars.</param>
public sealed record StoryArticle(
    string Id, string Title, string Url, string Publisher, SourceTier Tier, string? Language, DateTimeOffset? PublishedAt, DateTimeOffset FirstSeenAt, string JoinedBecause,
    decimal? AmountUsd = null)
{
    /// <summary>The revision that the story knows.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The topics that it is about.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>What kind of news it is, all in all: not that of any one topic. Null where it was stored before that was kept.</summary>
    public NewsKind? Kind { get; init; }

    /// <summary>The step that is its news, and others that it tells as well; empty where it was stored before that was kept.</summary>
    public IReadOnlyList<StoryPhase> Steps { get; init; } = [];

    /// <summary>It looks back at a theft that was known long before.</summary>
    public bool IsRetold { get; init; }

    /// <summary>Another member's headline or text once more: it is read by others, and confirms nothing.</summary>
    public bool IsCopy { get; init; }

    /// <summary>Its publisher changed it, and it is about none of the topics any more: what it said counts no longer.</summary>
    public bool IsWithdrawn { get; init; }
}
