using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Pages;

/// <summary>303 after a form: going back or reloading does not send it again.</summary>
internal sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
