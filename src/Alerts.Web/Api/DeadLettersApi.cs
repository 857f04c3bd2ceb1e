using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Web.Access;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>Messages that failed five times.</summary>
internal static class DeadLettersApi
{
    public static void MapDeadLetters(this IEndpointRouteBuilder api)
    {
        var letters = api.MapGroup("/deadletters").WithTags("Dead letters").RequireScope(ApiScope.Admin).Refuses(ProblemKinds.InvalidParameter);
        letters.MapGet("/", ListAsync).WithName("listDeadLetters").WithSummary("Messages that failed five times; at most 32 a queue");
        letters.MapPost("/replay", ReplayAsync).WithName("replayDeadLetters").WithSummary("Move them back to their queues: all, those of a queue, or one");
    }

    private static async Task<Results<Ok<Listing<DeadLetter>>, ProblemHttpResult>> ListAsync(string? queue, IDeadLetters letters, CancellationToken cancellationToken) =>
        WhyNot(queue) is { } problem ? problem : TypedResults.Ok(new Listing<DeadLetter>(await letters.ListAsync(queue, cancellationToken)));

    private static async Task<Results<Ok<Replayed>, ProblemHttpResult>> ReplayAsync(Body<ReplayRequest> body, IDeadLetters letters, CancellationToken cancellationToken)
    {
        var (queue, messageId) = (body.Value.Queue, body.Value.MessageId);
        return WhyNot(queue) is { } problem ? problem : TypedResults.Ok(new Replayed(await letters.ReplayAsync(queue, messageId, cancellationToken)));
    }

    private static ProblemHttpResult? WhyNot(string? queue) => queue is null || QueueNames.All.Contains(queue)
        ? null
        : new FieldErrors().Add("queue", $"must be one of {string.Join(", ", QueueNames.All)}").ToProblem(ProblemKinds.InvalidParameter);
}
