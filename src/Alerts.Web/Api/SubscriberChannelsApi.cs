using Alerts.Core.Delivery;
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

/// <summary>A subscriber's further channels: they share its preferences, and each has its own pace.</summary>
internal static class SubscriberChannelsApi
{
    public static void MapSubscriberChannels(this IEndpointRouteBuilder api)
    {
        var channels = api.MapGroup("/subscriptions/{id}/channels").WithTags("Subscriptions").RequireOwner();
        channels.MapGet("/", ListAsync).WithName("listSubscriberChannels").WithSummary("The subscriber's further channels");
        channels.MapPost("/", AddAsync).Refuses(ProblemKinds.InvalidField, ProblemKinds.NotPossible, ProblemKinds.TooManyRequests)
            .WithName("addChannel")
            .WithSummary("Tell a webhook too (the answer shows its secret, and nothing ever again), or a further mailbox, which is asked first");
        channels.MapPatch("/{channel}", PaceAsync).Refuses(ProblemKinds.InvalidField).WithName("paceChannel").WithSummary("Change how often a channel is told");
        channels.MapDelete("/{channel}", RemoveAsync).WithName("removeChannel").WithSummary("Take a channel away, with what is stored of it");
    }

    private static async Task<Results<Ok<Listing<SubscriptionView>>, ProblemHttpResult>> ListAsync(string id, ISubscriptionStore subscriptions, Memberships memberships, CancellationToken cancellationToken) =>
        await subscriptions.GetAsync(id, cancellationToken) is { } first
            ? TypedResults.Ok(new Listing<SubscriptionView>([.. (await memberships.LinkedAsync(first, cancellationToken)).Select(SubscriptionView.Of)]))
            : Problem.NotFound("subscription", id);

    private static async Task<Results<Created<WebhookCreated>, Accepted, ProblemHttpResult>> AddAsync(
        string id, Body<ChannelBody> body, HttpContext context, WebhookRequestRules rules, Channels channels, SignUps signUps, SignUpGate gate, OwnerLinks owners, CancellationToken cancellationToken)
    {
        var cadence = body.Value.Cadence ?? Cadence.Immediate;
        if (string.IsNullOrEmpty(body.Value.Url) == string.IsNullOrEmpty(body.Value.Email))
        {
            return new FieldErrors().Add("url", "must be given, or email, and not both").ToProblem();
        }

        if (body.Value.Email is { Length: > 0 } email)
        {
            return await gate.WaitAsync(context) is { } wait ? TooMany.Of(context, wait)
                : await gate.AlikeAsync(signUps.AddAddressAsync(id, email, cadence, gate.AddressOf(context), cancellationToken)) is ChannelOutcome.Refused refused ? Problem.Of(ProblemKinds.NotPossible, refused.Why)
                : TypedResults.Accepted((string?)null);
        }

        var secret = WebhookSecrets.Create();
        var (endpoint, problem) = rules.Create(new WebhookBody { Url = body.Value.Url, Format = body.Value.Format }, secret, []);
        if (problem is not null)
        {
            return problem;
        }

        return await channels.AddAsync(id, endpoint! with { Cadence = cadence }, cancellationToken) switch
        {
            ChannelOutcome.Added { Subscription: var added } => TypedResults.Created($"/api/subscriptions/{added.Id}", new WebhookCreated(SubscriptionView.Of(added), secret, owners.Endpoint(added))),
            ChannelOutcome.Refused { Why: var why } => Problem.Of(ProblemKinds.NotPossible, why),
            var outcome => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
        };
    }

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> PaceAsync(
        string id, string channel, Body<ChannelPaceBody> body, Channels channels, CancellationToken cancellationToken) => body.Value.Cadence is { } cadence
            ? MembershipAnswer.Of(channel, await channels.PaceAsync(id, channel, cadence, cancellationToken))
            : new FieldErrors().Add("cadence", "must be immediate, hourly, daily or weekly").ToProblem();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, string channel, Channels channels, CancellationToken cancellationToken) =>
        await channels.RemoveAsync(id, channel, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("channel", channel);
}
