using System.ComponentModel;
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

/// <summary>What went out, what did not, and why.</summary>
internal static class DeliveriesApi
{
    public static void MapDeliveries(this IEndpointRouteBuilder api)
    {
        var deliveries = api.MapGroup("/deliveries").WithTags("Deliveries").RequireScope(ApiScope.Admin);
        deliveries.MapGet("/", ListAsync).Refuses(ProblemKinds.InvalidParameter).WithName("listDeliveries").WithSummary("Deliveries, newest first");
        deliveries.MapGet("/{id}", GetAsync).Refuses(ProblemKinds.NotFound).WithName("getDelivery").WithSummary("One delivery with its attempts");
        deliveries.MapPost("/{id}/resend", ResendAsync).Refuses(ProblemKinds.NotFound, ProblemKinds.Conflict).WithName("resendDelivery")
            .WithSummary("Send again what has come to its end");
    }

    private static async Task<Results<Ok<Listing<DeliveryView>>, ProblemHttpResult>> ListAsync(
        string? subscription,
        [Description("due, sending, sent, refused, givenUp or cancelled.")] string? state,
        [Description("How many, 1 to 200; 50 if not said.")] string? take,
        string? cursor,
        IDeliveryStore deliveries,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var (wanted, count) = (reader.OneOf<DeliveryState>("state", state), reader.Take(take, 50, 200));
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        var page = await deliveries.ListAsync(
            string.IsNullOrEmpty(subscription) ? null : subscription, wanted, count, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken);
        return TypedResults.Ok(new Listing<DeliveryView>([.. page.Items.Select(DeliveryView.Of)], page.Next));
    }

    private static async Task<Results<Ok<DeliveryView>, ProblemHttpResult>> GetAsync(string id, IDeliveryStore deliveries, CancellationToken cancellationToken) =>
        await FindAsync(id, deliveries, cancellationToken) is { } delivery ? TypedResults.Ok(DeliveryView.Of(delivery)) : Problem.NotFound("delivery", id);

    private static async Task<Results<Accepted<DeliveryView>, ProblemHttpResult>> ResendAsync(
        string id, IDeliveryStore deliveries, Resending resending, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, deliveries, cancellationToken) is not { } delivery)
        {
            return Problem.NotFound("delivery", id);
        }

        return await resending.ResendAsync(delivery, cancellationToken) is { } due
            ? TypedResults.Accepted($"/api/deliveries/{id}", DeliveryView.Of(due))
            : Problem.Of(ProblemKinds.Conflict, $"The delivery is {delivery.State.ToString().ToLowerInvariant()}: it is still on its way and needs no resending.");
    }

    private static async Task<Delivery?> FindAsync(string id, IDeliveryStore deliveries, CancellationToken cancellationToken) =>
        DeliveryId.TryParse(id) is { } parsed && await deliveries.GetAsync([parsed], cancellationToken) is [var delivery] ? delivery : null;
}
