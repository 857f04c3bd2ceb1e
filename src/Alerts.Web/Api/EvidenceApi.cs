using Alerts.Core.Hits;
using Alerts.Core.Subscriptions;
using Alerts.Web.Access;
using Alerts.Web.Api.Views;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>What an article said when it matched.</summary>
internal static class EvidenceApi
{
    /// <summary>Always with a key: the text is its publisher's, kept as proof and not for reading.</summary>
    public static void MapEvidence(this IEndpointRouteBuilder api) =>
        api.MapGet("/hits/{id}/evidence", GetAsync).WithTags("Hits").RequireScope(ApiScope.Read).Refuses(ProblemKinds.NotFound).WithName("getHitEvidence")
            .WithSummary("The article's title and text as they were decided, with their SHA-256")
            .WithDescription("Kept as it was and never changed: sha256 is that of title, a blank line and text in UTF-8, and the hit's contentHash.");

    private static async Task<Results<Ok<EvidenceView>, ProblemHttpResult>> GetAsync(string id, IHitStore hits, IEvidenceStore evidence, CancellationToken cancellationToken)
    {
        if (HitId.TryParse(id) is not { } parsed || await hits.GetAsync(parsed, cancellationToken) is not { } hit)
        {
            return Problem.NotFound("hit", id);
        }

        return await evidence.GetAsync(hit.ContentHash, cancellationToken) is { } found
            ? TypedResults.Ok(EvidenceView.Of(hit, found))
            : Problem.Of(ProblemKinds.NotFound, $"No text is kept for the hit \"{id}\".");
    }
}
