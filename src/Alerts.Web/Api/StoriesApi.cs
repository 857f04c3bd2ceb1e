using System.ComponentModel;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Stories;
using Alerts.Web.Access;
using Alerts.Web.Api.Views;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>The stories: articles that tell the same news.</summary>
internal static class StoriesApi
{
    private const int MaxHits = 200;

    public static void MapStories(this IEndpointRouteBuilder api)
    {
        var stories = api.MapGroup("/stories").WithTags("Stories").RequireRead();
        stories.MapGet("/", ListAsync).Refuses(ProblemKinds.InvalidParameter).WithName("listStories").WithSummary("Stories, newest first");
        stories.MapGet("/{id}", GetAsync).Refuses(ProblemKinds.NotFound).WithName("getStory").WithSummary("One story: facts, articles, hits, what was announced");
    }

    private static async Task<Results<Ok<Listing<StorySummary>>, ProblemHttpResult>> ListAsync(
        string? topic,
        [Description("A time, a day, or how long ago (36h, 7d).")] string? since,
        [Description("How many, 1 to 100; 20 if not said.")] string? take,
        [Description("As the last answer gave it.")] string? cursor,
        IStoryStore stories,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var (from, count) = (reader.Instant("since", since), reader.Take(take, 20, 100));
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        var page = await stories.ListAsync(string.IsNullOrEmpty(topic) ? null : topic, from, count, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken);
        return TypedResults.Ok(new Listing<StorySummary>([.. page.Items.Select(StorySummary.Of)], page.Next));
    }

    private static async Task<Results<Ok<StoryView>, ProblemHttpResult>> GetAsync(string id, IStoryStore stories, IHitStore hits, LatencyLedger latency, CancellationToken cancellationToken) =>
        await stories.GetAsync(id, cancellationToken) is { } story
            ? TypedResults.Ok(StoryView.Of(story, await hits.ListByStoryAsync(id, MaxHits, cancellationToken), await latency.FindAsync(story.Announced?.AlertId, cancellationToken)))
            : Problem.NotFound("story", id);
}
