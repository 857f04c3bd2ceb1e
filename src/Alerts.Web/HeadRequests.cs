using Microsoft.AspNetCore.Http;

namespace Alerts.Web;

/// <summary>Answers HEAD as GET without its body (RFC 9110, 9.3.2): checkers of links and scanners of mails ask so. The server leaves the body out.</summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }
}
