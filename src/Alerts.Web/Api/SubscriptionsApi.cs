using Alerts.Core.Delivery;
using Alerts.Core.Matching;
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

/// <summary>Subscriptions: signing up is open, the rest is for the owner (by the token of the mails) and for administrators.</summary>
internal static class SubscriptionsApi
{
    public static void MapSubscriptions(this IEndpointRouteBuilder api)
    {
        var subscriptions = api.MapGroup("/subscriptions").WithTags("Subscriptions");
        subscriptions.MapPost("/", SignUpAsync)
            .Refuses(ProblemKinds.InvalidField, ProblemKinds.TooManyRequests)
            .WithName("signUp")
            .WithSummary("Sign an email address up")
            .WithDescription("Sends a mail with a link; nothing else is sent until its owner confirms there. The answer is the same whether the address is known or not.");
        subscriptions.MapGet("/", ListAsync).RequireScope(ApiScope.Admin).Refuses(ProblemKinds.InvalidParameter).WithName("listSubscriptions").WithSummary("All subscriptions");

        var one = subscriptions.MapGroup("/{id}").RequireOwner();
        one.MapGet("/", GetAsync).WithName("getSubscription").WithSummary("One subscription");
        one.MapPatch("/", PreferAsync).Refuses(ProblemKinds.InvalidField, ProblemKinds.NotPossible).WithName("changeSubscription")
            .WithSummary("Change preferences; members left out stay as they are");
        one.MapPost("/unsubscribe", LeaveAsync).WithName("unsubscribe").WithSummary("Leave. Nothing is sent any more");
        one.MapDelete("/", EraseAsync).WithName("eraseSubscription").WithSummary("Leave and erase everything that is stored about the owner");
        one.MapGet("/export", ExportAsync).WithName("exportSubscription").WithSummary("Everything that is stored about the owner");
        one.MapGet("/deliveries", DeliveriesAsync).Refuses(ProblemKinds.InvalidParameter).WithName("listSubscriptionDeliveries").WithSummary("What was sent, with every attempt");
    }

    private static async Task<Results<Accepted<SignUpAccepted>, ProblemHttpResult>> SignUpAsync(
        HttpContext context, Body<SignUpBody> body, SignUps signUps, SignUpGate gate, ITopicCatalog topics, CancellationToken cancellationToken)
    {
        if (await gate.WaitAsync(context) is { } wait)
        {
            return TooMany.Of(context, wait);
        }

        var request = new SignUpRequest(
            body.Value.Email ?? "", body.Value.Preferences ?? new Preferences(), [.. topics.Topics.Select(topic => topic.Id)], gate.AddressOf(context), "api");
        var errors = await gate.AlikeAsync(signUps.RequestAsync(request, cancellationToken));
        return errors.Count > 0
            ? PreferenceProblem.Of(errors)
            : TypedResults.Accepted((string?)null, new SignUpAccepted("If this address can be mailed, a mail with a link is on its way. Nothing else is sent until the link is confirmed."));
    }

    private static async Task<Results<Ok<Listing<SubscriptionView>>, ProblemHttpResult>> ListAsync(
        string? take, string? cursor, ISubscriptionStore subscriptions, TimeProvider time, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var count = reader.Take(take, 100, 1_000);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        var page = await subscriptions.ListAsync(count, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken);
        return TypedResults.Ok(new Listing<SubscriptionView>([.. page.Items.Select(SubscriptionView.Of)], page.Next));
    }

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> GetAsync(string id, ISubscriptionStore subscriptions, CancellationToken cancellationToken) =>
        await subscriptions.GetAsync(id, cancellationToken) is { } subscription ? TypedResults.Ok(SubscriptionView.Of(subscription)) : Problem.NotFound("subscription", id);

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> PreferAsync(
        string id, Body<Preferences> body, Memberships memberships, ISubscriptionStore subscriptions, TopicChoices topics, CancellationToken cancellationToken)
    {
        if (await subscriptions.GetAsync(id, cancellationToken) is not { } subscription)
        {
            return Problem.NotFound("subscription", id);
        }

        var choices = await topics.OfAsync(subscription, cancellationToken);
        return MembershipAnswer.Of(id, await memberships.PreferAsync(id, body.Value, [.. choices.Select(topic => topic.Id)], cancellationToken));
    }

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> LeaveAsync(string id, Departures departures, CancellationToken cancellationToken) =>
        MembershipAnswer.Of(id, await departures.LeaveAsync(id, cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(string id, PersonalData data, CancellationToken cancellationToken) =>
        await data.EraseAsync(id, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("subscription", id);

    private static async Task<Results<Ok<PersonalDataView>, ProblemHttpResult>> ExportAsync(string id, PersonalData data, CancellationToken cancellationToken) =>
        await data.ExportAsync(id, cancellationToken) is { } record
            ? TypedResults.Ok(PersonalDataView.Of(record))
            : Problem.NotFound("subscription", id);

    private static async Task<Results<Ok<Listing<DeliveryView>>, ProblemHttpResult>> DeliveriesAsync(
        string id, string? take, string? cursor, IDeliveryStore deliveries, TimeProvider time, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var count = reader.Take(take, 50, 200);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        var page = await deliveries.ListAsync(id, state: null, count, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken);
        return TypedResults.Ok(new Listing<DeliveryView>([.. page.Items.Select(DeliveryView.Of)], page.Next));
    }
}
