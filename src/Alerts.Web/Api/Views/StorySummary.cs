using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Web.Api.Views;

/// <param name="Confirmed">Two independent publishers, or one official source.</param>
public sealed record StorySummary(
    string Id, string Title, IReadOnlyList<string> Topics, Severity Severity, NewsKind Kind, bool Confirmed, StoryFacts Facts, int ArticleCount, DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt, string? IncidentId, DateTimeOffset? AnnouncedAt)
{
    public static StorySummary Of(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new(
            story.Id, story.Title, story.Topics, story.Severity, story.Kind, story.Confirmed, story.Facts, story.ArticleCount, story.FirstSeenAt, story.LastSeenAt,
            story.IncidentId, story.Announced?.At);
    }
}
