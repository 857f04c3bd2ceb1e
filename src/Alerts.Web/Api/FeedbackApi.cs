using System.ComponentModel;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
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

/// <summary>What was not relevant, by readers and operators, and how the topics do.</summary>
internal static class FeedbackApi
{
    private const int MaxNote = 500;
    private const int MaxCounted = 10_000;
    private const int Page = 1_000;

    public static void MapFeedback(this IEndpointRouteBuilder api)
    {
        var mine = api.MapGroup("/subscriptions/{id}/feedback").WithTags("Feedback").RequireOwner();
        mine.MapPost("/", MarkAsync).WithName("markAlert").WithSummary("Mark an alert as not relevant: its story is told no more, the like waits for the digest");
        mine.MapDelete("/{alertId}", UndoAsync).WithName("unmarkAlert").WithSummary("Take a mark back");

        var hits = api.MapGroup("/hits/{id}").WithTags("Feedback").RequireScope(ApiScope.Admin).Refuses(ProblemKinds.NotFound);
        hits.MapGet("/feedback", ListAsync).WithName("listHitFeedback").WithSummary("Who said that a hit is none, and why");
        hits.MapPost("/false-positive", MarkHitAsync).Refuses(ProblemKinds.InvalidField).WithName("markFalsePositive").WithSummary("Say that a hit is none");
        hits.MapDelete("/false-positive", UndoHitAsync).WithName("unmarkFalsePositive").WithSummary("Take that back");

        api.MapGroup("/topics").WithTags("Topics").MapGet("/stats", StatsAsync).RequireScope(ApiScope.Admin).Refuses(ProblemKinds.InvalidParameter)
            .WithName("topicStats").WithSummary("How the topics do: hits, those marked as none, and by which clause and publisher they came");
    }

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> MarkAsync(string id, Body<FeedbackBody> body, Feedback feedback, CancellationToken cancellationToken)
    {
        var alert = body.Value.AlertId ?? "";
        return await feedback.MarkAsync(id, alert, cancellationToken) is var outcome && outcome is MembershipOutcome.Unknown ? Problem.NotFound("alert", alert) : MembershipAnswer.Of(id, outcome);
    }

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> UndoAsync(string id, string alertId, Feedback feedback, CancellationToken cancellationToken) =>
        MembershipAnswer.Of(id, await feedback.UndoAsync(id, alertId, cancellationToken));

    private static async Task<Results<Ok<Listing<HitFeedback>>, ProblemHttpResult>> ListAsync(string id, IHitFeedbackStore store, CancellationToken cancellationToken) =>
        HitId.TryParse(id) is { } hit ? TypedResults.Ok(new Listing<HitFeedback>(await store.ListByHitAsync(hit, cancellationToken))) : Problem.NotFound("hit", id);

    private static async Task<Results<Ok<HitFeedback>, ProblemHttpResult>> MarkHitAsync(
        string id, Body<FalsePositiveBody> body, Caller caller, Feedback feedback, CancellationToken cancellationToken)
    {
        if (body.Value.Note?.Length > MaxNote)
        {
            return new FieldErrors().Add("note", $"must have at most {MaxNote} characters").ToProblem();
        }

        return HitId.TryParse(id) is { } hit && await feedback.MarkHitAsync(hit, caller.Name, body.Value.Note, cancellationToken) is { } mark
            ? TypedResults.Ok(mark)
            : Problem.NotFound("hit", id);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoHitAsync(string id, Caller caller, Feedback feedback, CancellationToken cancellationToken) =>
        HitId.TryParse(id) is { } hit && await feedback.UndoHitAsync(hit, caller.Name, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("mark on hit", id);

    private static async Task<Results<Ok<Listing<TopicStats>>, ProblemHttpResult>> StatsAsync(
        [Description("A day, a time, or how long ago, such as 30d; 30d if not said.")] string? since, IHitStore hits, IHitFeedbackStore store, ITopicCatalog topics, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var from = reader.Instant("since", string.IsNullOrEmpty(since) ? "30d" : since);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        var stats = new List<TopicStats>();
        foreach (var topic in topics.Topics)
        {
            stats.Add(await TopicStats.OfAsync(topic.Id, from!.Value, await CountAsync(hits, topic.Id, from.Value, cancellationToken), store, cancellationToken));
        }

        return TypedResults.Ok(new Listing<TopicStats>(stats));
    }

    private static async Task<int> CountAsync(IHitStore hits, string topic, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (count, cursor) = (0, (string?)null);
        do
        {
            var page = await hits.ListAsync(new HitQuery(topic, Since: since, Take: Page, Cursor: cursor), cancellationToken);
            (count, cursor) = (count + page.Items.Count, page.Next);
        }
        while (cursor is not null && count < MaxCounted);

        return count;
    }
}
