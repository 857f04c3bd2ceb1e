using System.ComponentModel;
using Alerts.Core.Auditing;
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

/// <summary>What administrators did.</summary>
internal static class AuditApi
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Operator").RequireScope(ApiScope.Admin);
        audit.MapGet("/", ListAsync).Refuses(ProblemKinds.InvalidParameter).WithName("listAudit").WithSummary("Administrative acts, newest first")
            .WithDescription("Each entry carries the hash of the one before it; nothing can be changed or taken out unseen.");
        audit.MapGet("/verify", VerifyAsync).WithName("verifyAudit").WithSummary("Whether the chain of the audit log is whole");
    }

    private static async Task<Results<Ok<Listing<AuditView>>, ProblemHttpResult>> ListAsync(
        [Description("How many, 1 to 500; 50 if not said.")] string? take, string? cursor, IAuditLog log, TimeProvider time, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var count = reader.Take(take, 50, 500);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        var page = await log.ListAsync(count, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken);
        return TypedResults.Ok(new Listing<AuditView>([.. page.Items.Select(AuditView.Of)], page.Next));
    }

    private static async Task<Ok<AuditCheck>> VerifyAsync(
        [Description("The hash of an entry read earlier and kept elsewhere: it must still be there.")] string? known, IAuditLog log, CancellationToken cancellationToken) =>
        TypedResults.Ok(AuditCheck.Of(await AuditChain.VerifyAsync(log, string.IsNullOrEmpty(known) ? null : known, cancellationToken)));
}
