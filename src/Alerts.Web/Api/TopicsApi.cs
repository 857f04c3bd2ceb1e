using Alerts.Core.Matching;
using Alerts.Web.Access;
using Alerts.Web.Problems;
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
        topics.MapGet("/{id}", Get).Refuses(ProblemKinds.NotFound).WithName("getTopic").WithSummary("One topic");
    }

    private static Results<Ok<TopicSummary>, ProblemHttpResult> Get(string id, ITopicCatalog catalog) =>
        catalog.Topics.FirstOrDefault(topic => topic.Id == id) is { } topic ? TypedResults.Ok(topic) : Problem.NotFound("topic", id);
}
