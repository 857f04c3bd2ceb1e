using Alerts.Core.Delivery;
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

/// <summary>Subscriptions of endpoints: they have a secret, and nobody who could click a link.</summary>
internal static class WebhooksApi
{
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var subscriptions = api.MapGroup("/subscriptions").WithTags("Webhooks");
        subscriptions.MapPost("/webhooks", AddAsync).RequireScope(ApiScope.Admin)
            .Refuses(ProblemKinds.InvalidField, ProblemKinds.Conflict, ProblemKinds.NotPossible)
            .WithName("addWebhook")
            .WithSummary("Subscribe an endpoint; the answer shows its secret, and nothing ever again");

        var one = subscriptions.MapGroup("/{id}").RequireOwner().Refuses(ProblemKinds.NotPossible);
        one.MapPost("/test", TestAsync).WithName("testWebhook").WithSummary("Send a test event");
        one.MapPost("/rotate-secret", RotateAsync).WithName("rotateWebhookSecret").WithSummary("Make a new secret; the old one signs beside it for 24 hours");
        one.MapPost("/enable", EnableAsync).WithName("enableWebhook").WithSummary("Back after a 410 or days of failure");
    }

    private static async Task<Results<Created<WebhookCreated>, ProblemHttpResult>> AddAsync(
        Body<WebhookBody> body, WebhookRequestRules rules, WebhookEndpoints endpoints, ITopicCatalog topics, OwnerLinks owners, CancellationToken cancellationToken)
    {
        var secret = WebhookSecrets.Create();
        var (subscription, problem) = rules.Create(body.Value, secret, [.. topics.Topics.Select(topic => topic.Id)]);
        if (problem is not null)
        {
            return problem;
        }

        return await endpoints.AddAsync(subscription!, cancellationToken) is { } added
            ? TypedResults.Created($"/api/subscriptions/{added.Id}", new WebhookCreated(SubscriptionView.Of(added), secret, owners.Endpoint(added)))
            : Problem.Of(ProblemKinds.Conflict, $"This endpoint is subscribed already, as {subscription!.Id}. Change that one, or delete it first.");
    }

    private static async Task<Results<Accepted<DeliveryView>, ProblemHttpResult>> TestAsync(
        string id, ISubscriptionStore subscriptions, WebhookEndpoints endpoints, CancellationToken cancellationToken)
    {
        if (await subscriptions.GetAsync(id, cancellationToken) is not { } subscription)
        {
            return Problem.NotFound("subscription", id);
        }

        if (subscription.Channel.Kind != ChannelKind.Webhook || subscription.Status is not (SubscriptionStatus.Active or SubscriptionStatus.Disabled))
        {
            return Problem.Of(ProblemKinds.NotPossible, "Test events go to webhooks that are active or disabled.");
        }

        var delivery = await endpoints.TestAsync(subscription, cancellationToken);
        return TypedResults.Accepted($"/api/deliveries/{delivery.Id}", DeliveryView.Of(delivery));
    }

    private static async Task<Results<Ok<WebhookCreated>, ProblemHttpResult>> RotateAsync(string id, WebhookEndpoints endpoints, OwnerLinks owners, CancellationToken cancellationToken)
    {
        var secret = WebhookSecrets.Create();
        return await endpoints.RotateAsync(id, secret, cancellationToken) switch
        {
            MembershipOutcome.Changed { Subscription: var subscription } => TypedResults.Ok(new WebhookCreated(SubscriptionView.Of(subscription), secret, owners.Endpoint(subscription))),
            MembershipOutcome.Unknown => Problem.NotFound("subscription", id),
            _ => Problem.Of(ProblemKinds.NotPossible, "Only webhooks have a secret."),
        };
    }

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> EnableAsync(string id, WebhookEndpoints endpoints, CancellationToken cancellationToken) =>
        MembershipAnswer.Of(id, await endpoints.EnableAsync(id, cancellationToken));
}
