using Alerts.Core.Matching;

namespace Alerts.Core.Delivery.Webhooks;

/// <summary>One article that matched one topic, and why.</summary>
public sealed record PayloadHit
{
    public required string Id { get; init; }

    public required string Topic { get; init; }

    public required string ArticleId { get; init; }

    public required string Title { get; init; }

    public string? Url { get; init; }

    public required string Publisher { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset MatchedAt { get; init; }

    public required int Score { get; init; }

    public required PayloadExplanation Explanation { get; init; }
}

public sealed record PayloadExplanation(
    string Summary, IReadOnlyList<PayloadClause> Clauses, IReadOnlyList<PayloadGate> Gates, IReadOnlyList<ScorePart> Score);

/// <param name="Words">The clause in plain words.</param>
public sealed record PayloadClause(string Clause, string Words, bool Satisfied, IReadOnlyList<PayloadMention> Mentions);

public sealed record PayloadGate(string Gate, bool Passed, string Finding);

/// <param name="Alias">As the article writes it, between <paramref name="Before"/> and <paramref name="After"/>.</param>
public sealed record PayloadMention(
    string Concept, string Name, string Kind, string Alias, ArticleField Field, int Start, int Length, string Before, string After, string Provenance);
