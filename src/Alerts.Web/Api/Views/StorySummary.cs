using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Web.Api.Views;

/// <param name="Phase">Which step of the case it tells.</param>
/// <param name="Confirmed">Two independent publishers, or one official source.</param>
public sealed record StorySummary(
    string Id, string Title, IReadOnlyList<string> Topics, Severity Severity, NewsKind Kind, StoryPhase Phase, bool Confirmed, StoryFacts Facts, int ArticleCount, DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt, string? IncidentId, DateTimeOffset? AnnouncedAt)
{
    public static StorySummary Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new(
            story.Id, story.Title, story.Topics, story.Severity, story.Kind, story.Phase, story.Confirmed, story.Facts, story.ArticleCount, story.FirstSeenAt, story.LastSeenAt,
            story.IncidentId, story.Announced?.At);
    }
}
