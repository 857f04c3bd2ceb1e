using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Web.Api.Views;

/// <summary>A story with its articles, its hits and what subscribers were told.</summary>
/// <param name="Announced">The last alert on it; absent until there was one.</param>
/// <param name="Times">The stations of that alert, from publication to acceptance.</param>
public sealed record StoryView(
    StorySummary Story, IReadOnlyList<ScorePart> SeverityParts, IReadOnlyList<StoryArticle> Articles, IReadOnlyList<HitView> Hits, Announcement? Announced, AlertTimes? Times)
{
    public static StoryView Of(Story story, IReadOnlyList<Hit> hits, AlertTimes? times)
    {
        ArgumentNullException.ThrowIfNull(story);
        return new(StorySummary.Of(story), story.SeverityParts, story.Articles, [.. hits.Select(HitView.Of)], story.Announced, times);
    }
}
