using System.ComponentModel;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Web.Access;
using Alerts.Web.Api.Stix;
using Alerts.Web.Api.Views;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>The stored matches, newest first.</summary>
internal static class HitsApi
{
    public static void MapHits(this IEndpointRouteBuilder api)
    {
        var hits = api.MapGroup("/hits").WithTags("Hits").RequireRead();
        hits.MapGet("/", ListAsync).Refuses(ProblemKinds.InvalidParameter).WithName("listHits").WithSummary("Hits, newest first, with why each matched");
        hits.MapGet("/export", Export)
            .Refuses(ProblemKinds.InvalidParameter)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithName("exportHits")
            .WithSummary("Hits as a file: CSV, JSON or STIX 2.1")
            .WithDescription("Takes the filters of the listing. At most 10,000 hits, newest first. Cells of the CSV file that a spreadsheet would take for a formula begin with an apostrophe.");
        hits.MapGet("/{id}", GetAsync).Refuses(ProblemKinds.NotFound).WithName("getHit").WithSummary("One hit");
    }

    private static async Task<Results<Ok<Listing<HitView>>, ProblemHttpResult>> ListAsync(
        [AsParameters] HitFilter filter, IHitStore hits, ITopicCatalog topics, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!filter.TryRead(topics, time, out var query, out var problem))
        {
            return problem!;
        }

        var page = await hits.ListAsync(query, cancellationToken);
        return TypedResults.Ok(new Listing<HitView>([.. page.Items.Select(HitView.Of)], page.Next));
    }

    private static IResult Export(
        [AsParameters] HitFilter filter, [Description("csv, json or stix; csv if not said.")] string? format, IHitStore hits, ITopicCatalog topics, TimeProvider time)
    {
        if (!filter.TryRead(topics, time, out var query, out var problem))
        {
            return problem!;
        }

        return format switch
        {
            null or "" or "csv" => new HitExport(hits, query, new CsvHits()),
            "json" => new HitExport(hits, query, new JsonHits()),
            "stix" => new HitExport(hits, query, new StixHits()),
            _ => Problem.Of(ProblemKinds.InvalidParameter, "format must be csv, json or stix."),
        };
    }

    private static async Task<Results<Ok<HitView>, ProblemHttpResult>> GetAsync(string id, IHitStore hits, CancellationToken cancellationToken) =>
        HitId.TryParse(id) is { } parsed && await hits.GetAsync(parsed, cancellationToken) is { } hit ? TypedResults.Ok(HitView.Of(hit)) : Problem.NotFound("hit", id);
}
