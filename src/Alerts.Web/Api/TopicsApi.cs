using Alerts.Core.Hits.Trials;
using Alerts.Core.Matching;
using Alerts.Core.Subscriptions;
using Alerts.Web.Access;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>The topics, with the rules in the topic language.</summary>
internal static class TopicsApi
{
    public static void MapTopics(this IEndpointRouteBuilder api)
    {
        var topics = api.MapGroup("/topics").WithTags("Topics").RequireRead();
        topics.MapGet("/", (ITopicCatalog catalog) => TypedResults.Ok(new Listing<TopicSummary>(catalog.Topics))).WithName("listTopics").WithSummary("The topics and their rules");
        topics.MapPost("/test", TestAsync).RequireScope(ApiScope.Read).Refuses(ProblemKinds.InvalidTopic)
            .WithName("testTopic")
            .WithSummary("Try a topic on the stored articles; nothing is stored")
            .WithDescription("Answers what it would have caught in the last days, why, how often, from whom, and how many mails that makes. Reads for 20 seconds at most and says what it did not read.");
        topics.MapGet("/{id}", Get).Refuses(ProblemKinds.NotFound).WithName("getTopic").WithSummary("One topic");
    }

    private static async Task<Results<Ok<TopicTrial>, ProblemHttpResult>> TestAsync(Body<TopicTestBody> body, OwnTopics topics, CancellationToken cancellationToken)
    {
        if (TopicProblem.OfDays(body.Value.Days) is { } problem)
        {
            return problem;
        }

        var (trial, errors) = await topics.TestAsync(body.Value.Text ?? "", ownerId: null, name: null, body.Value.Days ?? OwnTopics.DefaultDays, cancellationToken);
        return trial is null ? TopicProblem.Of(errors) : TypedResults.Ok(trial);
    }

    private static Results<Ok<TopicSummary>, ProblemHttpResult> Get(string id, ITopicCatalog catalog) =>
        catalog.Topics.FirstOrDefault(topic => topic.Id == id) is { } topic ? TypedResults.Ok(topic) : Problem.NotFound("topic", id);
}
