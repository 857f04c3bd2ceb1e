using System.ComponentModel;
using System.Globalization;
using Alerts.Core.Operations;
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

/// <summary>What operators are told: alarms that stand, and the daily heartbeats.</summary>
internal static class OperationsApi
{
    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/alarms", async (IAlarmStore alarms, CancellationToken cancellationToken) =>
                TypedResults.Ok(new Listing<Alarm>((await alarms.GetAsync(cancellationToken)).Open)))
            .RequireScope(ApiScope.Admin).WithTags("Operations").WithName("listAlarms").WithSummary("What was raised and is not over");

        var heartbeats = api.MapGroup("/heartbeats").WithTags("Operations").RequireRead();
        heartbeats.MapGet("/", ListAsync).Refuses(ProblemKinds.InvalidParameter).WithName("listHeartbeats").WithSummary("Each day's signed proof that the system ran, newest first");
        heartbeats.MapGet("/{day}", GetAsync).Refuses(ProblemKinds.NotFound).WithName("getHeartbeat").WithSummary("The heartbeat of a day, such as 2026-03-01");
        heartbeats.MapPost("/verify", Verify).WithName("verifyHeartbeat").WithSummary("Whether a statement that was kept elsewhere is genuine");
    }

    private static async Task<Results<Ok<Listing<HeartbeatView>>, ProblemHttpResult>> ListAsync(
        [Description("How many, 1 to 366; 31 if not said.")] string? take,
        [Description("As the last answer gave it.")] string? cursor,
        IHeartbeatStore heartbeats,
        HeartbeatSigner signer,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var count = reader.Take(take, 31, 366);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        var page = await heartbeats.ListAsync(count, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken);
        return TypedResults.Ok(new Listing<HeartbeatView>([.. page.Items.Select(heartbeat => HeartbeatView.Of(heartbeat, signer))], page.Next));
    }

    private static async Task<Results<Ok<HeartbeatView>, ProblemHttpResult>> GetAsync(
        string day, IHeartbeatStore heartbeats, HeartbeatSigner signer, CancellationToken cancellationToken) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && await heartbeats.GetAsync(date, cancellationToken) is { } heartbeat
            ? TypedResults.Ok(HeartbeatView.Of(heartbeat, signer))
            : Problem.NotFound("heartbeat", day);

    private static Ok<StatementVerified> Verify(Body<StatementToVerify> body, HeartbeatSigner signer) =>
        TypedResults.Ok(new StatementVerified(signer.IsSigned(body.Value.Statement.ReplaceLineEndings("\n").Trim(), body.Value.Signature.Trim())));
}
