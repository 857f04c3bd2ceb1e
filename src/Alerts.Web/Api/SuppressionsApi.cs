using System.ComponentModel;
using Alerts.Core.Delivery.Suppressing;
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

/// <summary>The addresses that are not mailed.</summary>
internal static class SuppressionsApi
{
    private const int MaxReasonLength = 300;

    public static void MapSuppressions(this IEndpointRouteBuilder api)
    {
        var suppressions = api.MapGroup("/suppressions").WithTags("Operator").RequireScope(ApiScope.Admin);
        suppressions.MapGet("/", ListAsync).Refuses(ProblemKinds.InvalidParameter).WithName("listSuppressions").WithSummary("Addresses that are not mailed, and why");
        suppressions.MapPost("/", AddAsync).Refuses(ProblemKinds.InvalidField).WithName("addSuppression").WithSummary("Mail an address no more, whether it is subscribed or not");
        suppressions.MapDelete("/{id}", RemoveAsync).Refuses(ProblemKinds.NotFound).WithName("removeSuppression")
            .WithSummary("Take an address off the list")
            .WithDescription("Who had confirmed and was stopped by a bounce or an operator gets alerts again; who complained or left has to sign up anew.");
    }

    private static async Task<Results<Ok<Listing<SuppressionView>>, ProblemHttpResult>> ListAsync(
        [Description("How many, 1 to 200; 50 if not said.")] string? take, string? cursor,
        ISuppressionStore store, ISubscriptionStore subscriptions, TimeProvider time, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var count = reader.Take(take, 50, 200);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        var page = await store.ListAsync(count, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken);
        var known = (await subscriptions.GetAsync([.. page.Items.Select(item => item.SubscriptionId)], cancellationToken)).ToDictionary(item => item.Id);
        return TypedResults.Ok(new Listing<SuppressionView>([.. page.Items.Select(item => SuppressionView.Of(item, known.GetValueOrDefault(item.SubscriptionId)))], page.Next));
    }

    private static async Task<Results<Created<SuppressionView>, ProblemHttpResult>> AddAsync(
        Body<SuppressionRequest> body, HttpContext context, Caller caller, Suppressions suppressions, ISuppressionStore store, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (body.Value.Reason?.Trim() is not { Length: > 0 and <= MaxReasonLength } reason || reason.Any(char.IsControl))
        {
            errors.Add("reason", $"must be 1 to {MaxReasonLength} characters on one line");
            reason = "";
        }

        if (!EmailAddress.TryNormalise(body.Value.Email, out _))
        {
            errors.Add("email", "must be an email address, such as name@example.org");
        }

        if (errors.Any)
        {
            return errors.ToProblem();
        }

        AuditNote.Add(context, reason);
        var id = (await suppressions.AddAsync(body.Value.Email!, reason, $"key:{caller.Id} {caller.Name}", cancellationToken))!;
        var added = (await store.GetAsync(id, cancellationToken))!;
        return TypedResults.Created($"/api/suppressions/{id}", SuppressionView.Of(added, subscription: null));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, Suppressions suppressions, CancellationToken cancellationToken) =>
        await suppressions.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("suppression", id);
}
