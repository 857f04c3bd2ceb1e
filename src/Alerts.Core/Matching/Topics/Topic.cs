namespace Alerts.Core.Matching.Topics;

/// <summary>A rule over concepts and words, parsed. Its text is what is stored; parsing it again gives the same topic.</summary>
public sealed record Topic
{
    public const int MaxTextLength = 50_000;

    public required string Id { get; init; }

    /// <summary>Counts changes of the text, so that a hit tells which rule made it.</summary>
    public int Version { get; init; } = 1;

    public required string Name { get; init; }

    /// <summary>The subscriber who wrote it and alone sees what it finds; null for a built-in topic.</summary>
    public string? OwnerId { get; init; }

    /// <summary>All must hold.</summary>
    public IReadOnlyList<TopicClause> Require { get; init; } = [];

    /// <summary>None may hold.</summary>
    public IReadOnlyList<TopicClause> Exclude { get; init; } = [];

    /// <summary>Each that holds adds its points, which may be negative.</summary>
    public IReadOnlyList<TopicScore> Scores { get; init; } = [];

    /// <summary>Each adds the points of those of its signs that hold.</summary>
    public IReadOnlyList<TopicWeighing> Weighings { get; init; } = [];

    public IReadOnlyList<TopicGate> Gates { get; init; } = [];

    /// <summary>Least score of a match.</summary>
    public int Threshold { get; init; }

    public required string Text { get; init; }
}
