using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Fetching;
using Alerts.Infrastructure.Storage;
using Alerts.Infrastructure.Telemetry;
using Alerts.Infrastructure.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Infrastructure;

public static class AlertsServices
{
    /// <summary>Everything below the HTTP surface, the same for both hosts. Options stand in the section <c>Alerts</c>.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddPipeline(configuration);
        services.AddStorage(configuration);
        services.AddFetching(configuration);
        services.AddEmail(configuration);
        services.AddWebhooks(configuration);
        services.AddTelemetry(configuration);
        return services;
    }
}
