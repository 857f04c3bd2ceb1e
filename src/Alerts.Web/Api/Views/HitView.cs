using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;

namespace Alerts.Web.Api.Views;

/// <summary>A stored match: what was decided, on what, and why.</summary>
public sealed record HitView(
    string Id, string Topic, string ArticleId, string StoryId, string Title, string Url, string Publisher, SourceTier Tier, string? Language, DateTimeOffset? PublishedAt,
    DateTimeOffset FirstSeenAt, DateTimeOffset MatchedAt, int Score, Severity Severity, NewsKind Kind, string Lede, int TopicVersion, int Revision, string ContentHash,
    string ArchiveUrl, Explanation Explanation)
{
    public static HitView Of(Hit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        return new(
            hit.Id.ToString(), hit.Id.TopicId, hit.Id.ArticleId, hit.StoryId, hit.Title, hit.Url, hit.Publisher, hit.Tier, hit.Language, hit.PublishedAt,
            hit.Id.FirstSeenAt, hit.MatchedAt, hit.Score, hit.Severity, hit.Kind, hit.Lede, hit.TopicVersion, hit.Revision, hit.ContentHash,
            ArchiveLink.Of(hit.Url, hit.MatchedAt), hit.Explanation);
    }
}
