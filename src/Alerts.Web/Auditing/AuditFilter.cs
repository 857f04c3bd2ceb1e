using Alerts.Core.Auditing;
using Alerts.Core.Subscriptions;
using Alerts.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Auditing;

/// <summary>
/// Writes every act that needed an administrator's key into the audit log, after it was done and before it is answered: an endpoint
/// added later is covered without knowing of it. Reading is no act; neither is what owners do with their own tokens.
/// </summary>
internal sealed class AuditFilter(IAuditLog log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var http = context.HttpContext;
        if (http.Features.Get<Caller>() is { } caller && IsAct(http) && IsDone(result))
        {
            var act = new AuditAct($"key:{caller.Id} {caller.Name}", NameOf(http), TargetOf(http, result), http.Features.Get<AuditNote>()?.Text ?? "");
            await log.AppendAsync(act, http.RequestAborted);
        }

        return result;
    }

    private static bool IsAct(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is { Scope: ApiScope.Admin };

    private static bool IsDone(object? result) => Unwrap(result) is not IStatusCodeHttpResult { StatusCode: >= 400 };

    private static string NameOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? http.Request.Method;

    /// <summary>What was made, where something was; else the address that was acted on.</summary>
    private static string TargetOf(HttpContext http, object? result)
    {
        var made = Unwrap(result) is { } inner && inner.GetType().GetProperty("Location")?.GetValue(inner) is string location ? location : null;
        return made ?? http.Request.Path.ToString();
    }

    private static object? Unwrap(object? result) => result is INestedHttpResult nested ? nested.Result : result;
}
