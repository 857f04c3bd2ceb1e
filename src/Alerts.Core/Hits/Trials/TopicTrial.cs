using Alerts.Core.Matching;
using Alerts.Core.Matching.Own;

namespace Alerts.Core.Hits.Trials;

/// <summary>What a topic would have caught among the stored articles.</summary>
/// <param name="Hits">The newest of them.</param>
/// <param name="Gained">The newest hits that the version before does not have; empty without one.</param>
/// <param name="Lost">The newest hits that only the version before has, with why it had them.</param>
public sealed record TopicTrial(TrialSummary Summary, IReadOnlyList<TrialHit> Hits, IReadOnlyList<TrialHit> Gained, IReadOnlyList<TrialHit> Lost);

public sealed record TrialHit(
    string ArticleId, string Title, string Url, string Publisher, string? Language, DateTimeOffset? PublishedAt, DateTimeOffset FirstSeenAt, int Score, Explanation Explanation);
