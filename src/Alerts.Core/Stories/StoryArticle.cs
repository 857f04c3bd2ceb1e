using Alerts.Core.Sources;

namespace Alerts.Core.Stories;

/// <param name="JoinedBecause">What agreed, and by how much.</param>
/// <param name="AmountUsd">What this article says was lost, in US dollars.</param>
public sealed record StoryArticle(
    string Id, string Title, string Url, string Publisher, SourceTier Tier, string? Language, DateTimeOffset? PublishedAt, DateTimeOffset FirstSeenAt, string JoinedBecause,
    decimal? AmountUsd = null);
