using Alerts.Web.Access;
using Alerts.Web.Health.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Health;

/// <summary>Liveness, readiness and the figures.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health", () => TypedResults.Ok(new HealthReport("alive"))).WithTags("Health").WithName("health").WithSummary("The process answers; nothing else is checked");
        endpoints.MapGet("/ready", ReadyAsync)
            .Produces<ReadinessReport>()
            .Produces<ReadinessReport>(StatusCodes.Status503ServiceUnavailable)
            .WithTags("Health")
            .WithName("ready")
            .WithSummary("Storage, alert path and sources; 503 with the reasons");
        endpoints.MapGet("/api/status", async (StatusReader status, CancellationToken cancellationToken) => TypedResults.Ok(await status.ReadAsync(cancellationToken)))
            .RequireRead()
            .WithTags("Health")
            .WithName("status")
            .WithSummary("Queue depths, source health, latency percentiles");
        endpoints.MapGet("/metrics", async (MetricsReader metrics, CancellationToken cancellationToken) => Results.Text(await metrics.ReadAsync(cancellationToken), MetricsText.ContentType))
            .RequireMetrics()
            .ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken cancellationToken)
    {
        var report = await readiness.CheckAsync(cancellationToken);
        return TypedResults.Json(report, statusCode: report.Checks.All(check => check.Ok) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
