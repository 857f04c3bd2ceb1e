using System.ComponentModel;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
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
        var edits = api.MapGroup("/stories").WithTags("Stories").RequireScope(ApiScope.Admin).Refuses(ProblemKinds.NotFound).Refuses(ProblemKinds.NotPossible).Refuses(ProblemKinds.InvalidField);
        edits.MapPost("/{id}/merge", MergeAsync).WithName("mergeStory").WithSummary("Say that a story tells another one's news: it forwards there from now on, and nobody is told again");
        edits.MapPost("/{id}/split", SplitAsync).WithName("splitStory").WithSummary("Take an article out of a story, into one of its own or another; it does not come back");
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

        var page = await stories.ListUnmergedAsync(string.IsNullOrEmpty(topic) ? null : topic, from, count, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken);
        return TypedResults.Ok(new Listing<StorySummary>([.. page.Items.Select(StorySummary.Of)], page.Next));
    }

    private static async Task<Results<Ok<StoryView>, ProblemHttpResult>> GetAsync(string id, IStoryStore stories, IHitStore hits, LatencyLedger latency, CancellationToken cancellationToken) =>
        await stories.GetAsync(id, cancellationToken) is { } story
            ? TypedResults.Ok(StoryView.Of(story, await StoryHits.ListAsync(hits, story, MaxHits, cancellationToken), await latency.FindAsync(story.Announced?.AlertId, cancellationToken)))
            : Problem.NotFound("story", id);

    private static async Task<Results<Ok<StorySummary>, ProblemHttpResult>> MergeAsync(string id, Body<MergeRequest> body, StoryEdits edits, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(body.Value.Into)
            ? new FieldErrors().Add("into", "must be the id of the story that goes on").ToProblem(ProblemKinds.InvalidField)
            : Answer(await edits.MergeAsync(id, body.Value.Into, cancellationToken));

    private static async Task<Results<Ok<StorySummary>, ProblemHttpResult>> SplitAsync(string id, Body<SplitRequest> body, StoryEdits edits, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(body.Value.ArticleId)
            ? new FieldErrors().Add("articleId", "must be the id of an article of the story").ToProblem(ProblemKinds.InvalidField)
            : Answer(await edits.SplitAsync(id, body.Value.ArticleId, string.IsNullOrWhiteSpace(body.Value.Into) ? null : body.Value.Into, cancellationToken));

    private static Results<Ok<StorySummary>, ProblemHttpResult> Answer(StoryEdit edit) => edit switch
    {
        StoryEdit.Done done => TypedResults.Ok(StorySummary.Of(done.Story)),
        StoryEdit.NotFound missing => Problem.NotFound(missing.What, missing.Id),
        _ => Problem.Of(ProblemKinds.NotPossible, ((StoryEdit.Refused)edit).Why),
    };
}
