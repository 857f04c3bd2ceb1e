using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Requests;

/// <summary>Answers with the body's problem before the endpoint runs.</summary>
internal sealed class BodyFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is IBody { Problem: { } problem })
            {
                return problem;
            }
        }

        return await next(context);
    }
}
