using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Web;

public static class AlertsEndpoints
{
    public static IServiceCollection AddAlertsWeb(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapAlerts(this IEndpointRouteBuilder endpoints) => endpoints;
}
