using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Endpoints;
using Alerts.Core.Subscriptions;
using Alerts.Web.Access;
using Alerts.Web.Api.Views;
using Alerts.Web.Auditing;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>Sending an endpoint again: one delivery, or what it was due since a time.</summary>
internal static class EndpointReplaysApi
{
    private const int MaxKeyLength = 64;

    public static void MapEndpointReplays(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/subscriptions/{id}").WithTags("Webhooks").RequireOwner();
        one.MapPost("/replay", ReplayAsync).Refuses(ProblemKinds.InvalidField, ProblemKinds.NotPossible).WithName("replayWebhook")
            .WithSummary("Send an endpoint again what it was due since a time")
            .WithDescription("New deliveries with ids derived from alert and request: a repeated request sends nothing twice. Also sends what fell due while the endpoint was disabled.");
        one.MapPost("/deliveries/{delivery}/resend", ResendAsync).Refuses(ProblemKinds.Conflict).WithName("resendOwnDelivery").WithSummary("Send again what has come to its end");
    }

    private static async Task<Results<Ok<ReplayOutcome>, ProblemHttpResult>> ReplayAsync(
        string id, Body<EndpointReplayRequest> body, HttpContext context, ISubscriptionStore subscriptions, Replays replays, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await subscriptions.GetAsync(id, cancellationToken) is not { } endpoint)
        {
            return Problem.NotFound("subscription", id);
        }

        if (endpoint is not { Channel.Kind: ChannelKind.Webhook, Status: SubscriptionStatus.Active })
        {
            return Problem.Of(ProblemKinds.NotPossible, "Only webhooks that are active can be sent anything again. Enable a disabled one first.");
        }

        if (WhyNot(body.Value, time.GetUtcNow()) is { } problem)
        {
            return problem;
        }

        var wanted = new Replay(body.Value.Since!.Value, body.Value.Until, body.Value.All, body.Value.Key);
        var outcome = await replays.ReplayAsync(endpoint, wanted, cancellationToken);
        AuditNote.Add(context, $"{outcome.Sent} since {wanted.Since:O}");
        return TypedResults.Ok(outcome);
    }

    private static ProblemHttpResult? WhyNot(EndpointReplayRequest request, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        if (request.Since is not { } since || since > now || since < now - Replays.LongestPast)
        {
            errors.Add("since", $"must be a time of the last {Replays.LongestPast.TotalDays:0} days, such as \"2026-03-01T12:00:00Z\"");
        }
        else if (request.Until <= since)
        {
            errors.Add("until", "must be after since");
        }

        if (request.Key?.Length is 0 or > MaxKeyLength)
        {
            errors.Add("key", $"must be 1 to {MaxKeyLength} characters");
        }

        return errors.Any ? errors.ToProblem() : null;
    }

    private static async Task<Results<Accepted<DeliveryView>, ProblemHttpResult>> ResendAsync(
        string id, string delivery, IDeliveryStore deliveries, Resending resending, CancellationToken cancellationToken)
    {
        if (DeliveryId.TryParse(delivery) is not { } parsed || parsed.SubscriptionId != id || await deliveries.GetAsync([parsed], cancellationToken) is not [var found])
        {
            return Problem.NotFound("delivery", delivery);
        }

        return await resending.ResendAsync(found, cancellationToken) is { } due
            ? TypedResults.Accepted($"/api/deliveries/{delivery}", DeliveryView.Of(due))
            : Problem.Of(ProblemKinds.Conflict, $"The delivery is {found.State.ToString().ToLowerInvariant()}: it is still on its way and needs no resending.");
    }
}
