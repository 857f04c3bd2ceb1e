using Alerts.Core.Hits;
using Alerts.Core.Hits.Trials;
using Alerts.Core.Matching.Own;
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

/// <summary>A subscriber's own topics. What they find is in no public listing; here its owner reads it.</summary>
internal static class OwnTopicsApi
{
    public static void MapOwnTopics(this IEndpointRouteBuilder api)
    {
        var topics = api.MapGroup("/subscriptions/{id}/topics").WithTags("Own topics").RequireOwner();
        topics.MapGet("/", ListAsync).WithName("listOwnTopics").WithSummary("The subscriber's own topics");
        topics.MapPost("/", SaveAsync).Refuses(ProblemKinds.InvalidTopic, ProblemKinds.InvalidField)
            .WithName("saveOwnTopic")
            .WithSummary("Write a topic, or a new version of one; it counts within seconds")
            .WithDescription("It is tried on the stored articles first; what it would have caught, and the difference to the version before, is answered and kept with the version.");
        topics.MapPost("/test", TestAsync).Refuses(ProblemKinds.InvalidTopic, ProblemKinds.InvalidField)
            .WithName("testOwnTopic")
            .WithSummary("The same trial, with the difference to the version in use; nothing is stored");
        topics.MapDelete("/{topic}", RemoveAsync).WithName("removeOwnTopic").WithSummary("Take a topic away");
        topics.MapGet("/{topic}/hits", HitsAsync).Refuses(ProblemKinds.InvalidParameter).WithName("listOwnTopicHits").WithSummary("What a topic has found, newest first");
    }

    private static async Task<Results<Ok<Listing<OwnTopicView>>, ProblemHttpResult>> ListAsync(
        string id, ISubscriptionStore subscriptions, IOwnTopicStore topics, CancellationToken cancellationToken) =>
        await subscriptions.GetAsync(id, cancellationToken) is { IsFurtherMailbox: false, Subscriber: var owner }
            ? TypedResults.Ok(new Listing<OwnTopicView>([.. (await topics.ListAsync(owner, cancellationToken)).Select(OwnTopicView.Of)]))
            : Problem.NotFound("subscription", id);

    private static async Task<Results<Ok<OwnTopicSaved>, ProblemHttpResult>> SaveAsync(
        string id, Body<OwnTopicBody> body, ISubscriptionStore subscriptions, OwnTopics topics, CancellationToken cancellationToken)
    {
        if (TopicProblem.OfDays(body.Value.Days) is { } problem)
        {
            return problem;
        }

        if (await subscriptions.GetAsync(id, cancellationToken) is not { IsFurtherMailbox: false, Subscriber: var owner })
        {
            return Problem.NotFound("subscription", id);
        }

        return await topics.SaveAsync(owner, body.Value.Name ?? "", body.Value.Text ?? "", body.Value.Days ?? OwnTopics.DefaultDays, cancellationToken) switch
        {
            OwnTopicOutcome.Saved saved => TypedResults.Ok(new OwnTopicSaved(OwnTopicView.Of(saved.Topic), saved.Trial)),
            OwnTopicOutcome.Invalid invalid => TopicProblem.Of(invalid.Errors),
            OwnTopicOutcome.Refused refused => new FieldErrors().Add(refused.Field, refused.Why).ToProblem(),
            _ => Problem.NotFound("subscription", id),
        };
    }

    private static async Task<Results<Ok<TopicTrial>, ProblemHttpResult>> TestAsync(
        string id, Body<OwnTopicBody> body, ISubscriptionStore subscriptions, OwnTopics topics, CancellationToken cancellationToken)
    {
        if (TopicProblem.OfDays(body.Value.Days) is { } problem)
        {
            return problem;
        }

        if (await subscriptions.GetAsync(id, cancellationToken) is not { IsFurtherMailbox: false, Subscriber: var owner })
        {
            return Problem.NotFound("subscription", id);
        }

        var (trial, errors) = await topics.TestAsync(body.Value.Text ?? "", owner, body.Value.Name, body.Value.Days ?? OwnTopics.DefaultDays, cancellationToken);
        return trial is null ? TopicProblem.Of(errors) : TypedResults.Ok(trial);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, string topic, ISubscriptionStore subscriptions, OwnTopics topics, CancellationToken cancellationToken) =>
        await subscriptions.GetAsync(id, cancellationToken) is { IsFurtherMailbox: false, Subscriber: var owner } && await topics.RemoveAsync(owner, topic, cancellationToken)
            ? TypedResults.NoContent()
            : Problem.NotFound("topic", topic);

    private static async Task<Results<Ok<Listing<HitView>>, ProblemHttpResult>> HitsAsync(
        string id, string topic, string? take, string? cursor, ISubscriptionStore subscriptions, IOwnHitStore hits, TimeProvider time, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var count = reader.Take(take, 50, 200);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        if (await subscriptions.GetAsync(id, cancellationToken) is not { IsFurtherMailbox: false, Subscriber: var owner })
        {
            return Problem.NotFound("subscription", id);
        }

        var page = await hits.ListAsync(owner, topic, count, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken);
        return TypedResults.Ok(new Listing<HitView>([.. page.Items.Select(HitView.Of)], page.Next));
    }
}
