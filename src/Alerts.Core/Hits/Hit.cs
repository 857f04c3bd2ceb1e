using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits;

/// <summary>A stored match: an immutable snapshot of what was decided, on what, and why.</summary>
public sealed record Hit
{
    public required HitId Id { get; init; }

    public required string StoryId { get; init; }

    public required DateTimeOffset MatchedAt { get; init; }

    public required int TopicVersion { get; init; }

    /// <summary>Of a subscriber's own topic; null for a built-in one, which the catalogue names.</summary>
    public string? TopicName { get; init; }

    public required int Score { get; init; }

    public Severity Severity { get; init; }

    public NewsKind Kind { get; init; }

    public required string Title { get; init; }

    public required string Url { get; init; }

    public required string Publisher { get; init; }

    public SourceTier Tier { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The article's summary, or the beginning of its text, up to 500 characters.</summary>
    public string Lede { get; init; } = "";

    public int Revision { get; init; } = 1;

    public required string ContentHash { get; init; }

    /// <summary>Ids of whom and what the article names: actors, victims, agencies, malware; what a search by name looks at.</summary>
    public IReadOnlyList<string> Concepts { get; init; } = [];

    public required Explanation Explanation { get; init; }
}
