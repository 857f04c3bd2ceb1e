using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Alerts.Web.Access;

/// <summary>Checks the key before anything of the request is bound, so that a stranger learns nothing about an endpoint but that it needs one.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, IOptionsMonitor<ApiOptions> options)
{
    public async Task InvokeAsync(HttpContext context, KeyCheck keys, SignatureCheck signatures, OwnerCheck owners)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is { } required && await RefuseAsync(context, required, keys, signatures, owners) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private async Task<ProblemHttpResult?> RefuseAsync(HttpContext context, RequiredScope required, KeyCheck keys, SignatureCheck signatures, OwnerCheck owners)
    {
        if (required.TakesSignature && SignatureCheck.IsSigned(context.Request))
        {
            return await signatures.CheckAsync(context, required.Scope);
        }

        var presented = KeyCheck.PresentedBy(context.Request);
        if (presented is null)
        {
            var open = options.CurrentValue;
            return (required.OpenWhereReadIsPublic && open.PublicRead) || (required.OpenWhereMetricsArePublic && open.PublicMetrics)
                ? null
                : Unauthorized(context, $"{context.Request.Method} {context.Request.Path} needs a key with the scope {NameOf(required.Scope)}.");
        }

        if (await keys.FindAsync(presented, context.RequestAborted) is not { } caller)
        {
            return required.OrOwner ? await RefuseOwnerAsync(context, presented, owners) : Unauthorized(context, "The key is not known here, or was revoked.");
        }

        context.Features.Set(caller);
        return caller.May(required.Scope)
            ? null
            : Problem.Of(ProblemKinds.Forbidden, $"The key \"{caller.Name}\" lacks the scope {NameOf(required.Scope)}.");
    }

    private static async Task<ProblemHttpResult?> RefuseOwnerAsync(HttpContext context, string token, OwnerCheck owners) =>
        await owners.FindAsync(TokenPurpose.Preferences, token, context.RequestAborted) switch
        {
            Owner.Of { Subscription.Id: var id } when id == context.GetRouteValue("id") as string => null,
            Owner.Of => Problem.Of(ProblemKinds.BadToken, "The token is for another subscription."),
            Owner.Expired => Problem.Of(ProblemKinds.ExpiredToken, "The token has expired, or is of an earlier sign-up."),
            _ => Unauthorized(context, "This is neither a key nor a subscription's preference token."),
        };

    private static ProblemHttpResult Unauthorized(HttpContext context, string detail)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"alerts\"";
        return Problem.Of(ProblemKinds.Unauthorized, detail);
    }

    private static string NameOf(ApiScope scope) => scope.ToString().ToLowerInvariant();
}
