using System.ComponentModel;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Web.Access;
using Alerts.Web.Auditing;
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
        var letters = api.MapGroup("/deadletters").WithTags("Operator").RequireScope(ApiScope.Admin).Refuses(ProblemKinds.InvalidParameter);
        letters.MapGet("/", ListAsync).WithName("listDeadLetters").WithSummary("Messages that failed five times, and why; of the 32 that each queue shows, with how many there are");
        letters.MapPost("/replay", ReplayAsync).Refuses(ProblemKinds.InvalidField).WithName("replayDeadLetters")
            .WithSummary("Move them back to their queues: all, those of a queue (email and webhook are the channels'), of a time, or one");
    }

    private static async Task<Results<Ok<DeadLetterListing>, ProblemHttpResult>> ListAsync(
        string? queue,
        [Description("Dead since then: a time, a day, or how long ago, such as 36h.")] string? since,
        [Description("Dead before then.")] string? until,
        IDeadLetters letters, TimeProvider time, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var filter = new DeadLetterFilter(string.IsNullOrEmpty(queue) ? null : queue, MessageId: null, reader.Instant("since", since), reader.Instant("until", until));
        if ((reader.Problem ?? WhyNot(filter.Queue)) is { } problem)
        {
            return problem;
        }

        var counts = await letters.CountAsync(cancellationToken);
        return TypedResults.Ok(new DeadLetterListing(
            await letters.ListAsync(filter, cancellationToken), QueueNames.All.ToDictionary(name => name, name => counts.GetValueOrDefault(QueueNames.PoisonOf(name)))));
    }

    private static async Task<Results<Ok<Replayed>, ProblemHttpResult>> ReplayAsync(
        Body<ReplayRequest> body, HttpContext context, IDeadLetters letters, CancellationToken cancellationToken)
    {
        var wanted = body.Value;
        if (WhyNot(wanted.Queue) is { } problem)
        {
            return problem;
        }

        var replayed = await letters.ReplayAsync(new DeadLetterFilter(wanted.Queue, wanted.MessageId, wanted.Since, wanted.Until), cancellationToken);
        AuditNote.Add(context, $"{replayed} of {wanted.Queue ?? "all queues"}");
        return TypedResults.Ok(new Replayed(replayed));
    }

    private static ProblemHttpResult? WhyNot(string? queue) => queue is null || QueueNames.All.Contains(queue)
        ? null
        : new FieldErrors().Add("queue", $"must be one of {string.Join(", ", QueueNames.All)}").ToProblem(ProblemKinds.InvalidParameter);
}
