using Alerts.Core.Subscriptions;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Access;

internal static class AccessConventions
{
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, ApiScope scope, bool takesSignature = false)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RequiredScope(scope, TakesSignature: takesSignature)).Refuses(ProblemKinds.Unauthorized, ProblemKinds.Forbidden);

    /// <summary>For what an installation may show to everybody.</summary>
    public static TBuilder RequireRead<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RequiredScope(ApiScope.Read, OpenWhereReadIsPublic: true)).Refuses(ProblemKinds.Unauthorized, ProblemKinds.Forbidden);

    /// <summary>For what a scraper reads.</summary>
    public static TBuilder RequireMetrics<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RequiredScope(ApiScope.Read, OpenWhereMetricsArePublic: true)).Refuses(ProblemKinds.Unauthorized, ProblemKinds.Forbidden);

    /// <summary>For what the owner of a subscription may do with it, as administrators may.</summary>
    public static TBuilder RequireOwner<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RequiredScope(ApiScope.Admin, OrOwner: true)).Refuses(ProblemKinds.Unauthorized, ProblemKinds.Forbidden, ProblemKinds.NotFound);

    /// <summary>States in the API's description which problems an endpoint answers with.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params ProblemKind[] kinds)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in kinds.Select(kind => kind.Status).Distinct())
        {
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), ["application/problem+json"]));
        }

        return builder;
    }
}
