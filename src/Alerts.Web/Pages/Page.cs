using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Web.Pages;

/// <summary>A component as an answer.</summary>
internal sealed class Page : IResult
{
    private readonly Type component;
    private readonly Dictionary<string, object?> parameters;
    private readonly int status;

    private Page(Type component, Dictionary<string, object?> parameters, int status)
    {
        this.component = component;
        this.parameters = parameters;
        this.status = status;
    }

    public static Page Of<TComponent>(Dictionary<string, object?>? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new(typeof(TComponent), parameters ?? [], status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await httpContext.RequestServices.GetRequiredService<PageRenderer>().RenderAsync(component, parameters);
        httpContext.Response.StatusCode = status;
        await TypedResults.Text(html, "text/html; charset=utf-8", Encoding.UTF8, status).ExecuteAsync(httpContext);
    }
}
