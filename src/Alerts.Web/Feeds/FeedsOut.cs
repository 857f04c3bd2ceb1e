using Alerts.Web.Access;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Feeds;

/// <summary>The hits as feeds, one a topic and one of all.</summary>
internal static class FeedsOut
{
    private const string AllTopics = "all";
    private const int MaxItems = 50;

    public static void MapFeeds(this IEndpointRouteBuilder endpoints)
    {
        var feeds = endpoints.MapGroup("/feeds").WithTags("Feeds").RequireRead().Refuses(ProblemKinds.NotFound);
        feeds.MapGet("/{topic}.rss", (string topic, FeedBuilder builder, HttpContext context) => AnswerAsync(topic, builder, context, RssFeed.ContentType, RssFeed.Write))
            .Produces(StatusCodes.Status200OK, contentType: RssFeed.ContentType).WithName("rssFeed").WithSummary("Hits of a topic, or of all, as RSS 2.0");
        feeds.MapGet("/{topic}.json", (string topic, FeedBuilder builder, HttpContext context) => AnswerAsync(topic, builder, context, JsonFeed.ContentType, JsonFeed.Write))
            .Produces(StatusCodes.Status200OK, contentType: JsonFeed.ContentType).WithName("jsonFeed").WithSummary("Hits of a topic, or of all, as JSON Feed 1.1");
    }

    private static async Task<IResult> AnswerAsync(string topic, FeedBuilder builder, HttpContext context, string contentType, Func<HitFeed, byte[]> write) =>
        await builder.BuildAsync(topic == AllTopics ? null : topic, MaxItems, context) is { } feed
            ? new CachedBytes(write(feed), contentType, feed.UpdatedAt)
            : Problem.NotFound("topic", topic);
}
