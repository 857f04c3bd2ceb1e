using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;

namespace Alerts.Core.Delivery.Webhooks;

public sealed record PayloadStory
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Its page here.</summary>
    public required string Url { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required Severity Severity { get; init; }

    public required bool Confirmed { get; init; }

    public required NewsKind Kind { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required int ArticleCount { get; init; }

    public required IReadOnlyList<string> Victims { get; init; }

    public required IReadOnlyList<string> Actors { get; init; }

    public required IReadOnlyList<string> Chains { get; init; }

    public decimal? AmountUsd { get; init; }

    public string? AmountText { get; init; }

    /// <summary>What the severity was added up from.</summary>
    public IReadOnlyList<ScorePart> SeverityParts { get; init; } = [];

    public IReadOnlyList<PayloadSource> Sources { get; init; } = [];
}

public sealed record PayloadSource(string Publisher, SourceTier Tier, string Title, string? Url, string? Language, DateTimeOffset? PublishedAt, DateTimeOffset FirstSeenAt);
