using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Feeds;

/// <summary>Makes a feed of the newest hits.</summary>
internal sealed class FeedBuilder(IHitStore hits, ITopicCatalog topics, PublicLinks links, PageRenderer renderer)
{
    /// <param name="topicId">Null for all topics.</param>
    /// <returns>Null where there is no such topic.</returns>
    public async Task<HitFeed?> BuildAsync(string? topicId, int take, HttpContext context)
    {
        var topic = topics.Topics.FirstOrDefault(topic => topic.Id == topicId);
        if (topicId is not null && topic is null)
        {
            return null;
        }

        var page = await hits.ListAsync(new HitQuery(topicId, Take: take), context.RequestAborted);
        var items = new List<HitFeedItem>(page.Items.Count);
        foreach (var group in page.Items.GroupBy(hit => hit.Id.ArticleId))
        {
            items.Add(await ItemAsync([.. group]));
        }

        return new HitFeed(
            topic is null ? "Alerts" : $"Alerts: {topic.Name}",
            topic?.Description ?? "Every hit, with why it matched.",
            links.Home + "/",
            links.Home + context.Request.Path,
            page.Items.Count == 0 ? null : page.Items.Max(hit => hit.MatchedAt),
            items);
    }

    /// <summary>An article that several topics matched is one item.</summary>
    private async Task<HitFeedItem> ItemAsync(IReadOnlyList<Hit> matched)
    {
        var hit = matched[0];
        var html = await renderer.RenderAsync<FeedItem>(new() { [nameof(FeedItem.Hits)] = matched, [nameof(FeedItem.StoryUrl)] = links.Story(hit.StoryId) });
        return new HitFeedItem(
            $"urn:alerts:article:{hit.Id.ArticleId}", hit.Title, hit.Url, links.Story(hit.StoryId), hit.Publisher, hit.Language,
            [.. matched.Select(one => one.Id.TopicId), hit.Severity.ToString().ToLowerInvariant()], hit.PublishedAt ?? hit.Id.FirstSeenAt, hit.Explanation.Summary, html);
    }
}
