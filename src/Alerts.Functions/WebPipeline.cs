using Alerts.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Alerts.Functions;

/// <summary>
/// The endpoints of <see cref="AlertsWeb"/>, built once into one delegate, so that a request is answered here exactly as
/// Kestrel answers it on a laptop: routing, binding, problem details, streaming and status codes included.
/// </summary>
public sealed class WebPipeline(IServiceProvider services)
{
    private readonly RequestDelegate pipeline = Build(services);

    public Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        // The trigger's own route has matched before: what it left would be taken for this pipeline's match.
        context.SetEndpoint(null);
        context.Request.RouteValues = [];
        return pipeline(context);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseAlerts();
        app.UseEndpoints(endpoints => endpoints.MapAlerts());
        return app.Build();
    }
}
