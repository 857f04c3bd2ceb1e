using Alerts.Core.Messaging;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Alerts.Infrastructure.Telemetry;

/// <summary>
/// Sends spans and counts where the environment says, under the settings' usual names: Application Insights
/// (<c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>), any collector that speaks OTLP (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its like), both, or nowhere.
/// Logs stay with the host.
/// </summary>
internal static class TelemetryServices
{
    private const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string InsightsIdentity = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string Collector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var insights = configuration[Insights];
        var collector = configuration[Collector];
        if (string.IsNullOrEmpty(insights) && string.IsNullOrEmpty(collector))
            return;

        services.AddSingleton<AlertsMeter>();
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("alerts", serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version?.ToString()))
            .WithTracing(tracing => tracing.AddSource(Tracing.Name))
            .WithMetrics(metrics => metrics.AddMeter(Tracing.Name).AddInstrumentation(provider => provider.GetRequiredService<AlertsMeter>()));
        if (!string.IsNullOrEmpty(collector))
            telemetry.WithTracing(tracing => tracing.AddOtlpExporter()).WithMetrics(metrics => metrics.AddOtlpExporter());
        if (!string.IsNullOrEmpty(insights))
            telemetry.WithTracing(tracing => tracing.AddAzureMonitorTraceExporter(Configure)).WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Configure));

        void Configure(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = insights;
            if (IdentityOf(configuration[InsightsIdentity]) is { } client)
                options.Credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = client.Length > 0 ? client : null });
        }
    }

    /// <summary>The client id in <c>ClientId=…;Authorization=AAD</c>; empty for the system's identity, null where keys will do.</summary>
    internal static string? IdentityOf(string? setting)
    {
        var parts = (setting ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2)
            .ToLookup(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        return parts["Authorization"].FirstOrDefault() is "AAD" ? parts["ClientId"].FirstOrDefault() ?? "" : null;
    }
}
