using System.ComponentModel;
using Alerts.Core.Incidents;
using Alerts.Web.Access;
using Alerts.Web.Api.Incidents;
using Alerts.Web.Api.Stix;
using Alerts.Web.Api.Views;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>The incidents: one theft each, with all that is claimed of it.</summary>
internal static class IncidentsApi
{
    public static void MapIncidents(this IEndpointRouteBuilder api)
    {
        var incidents = api.MapGroup("/incidents").WithTags("Incidents").RequireRead();
        incidents.MapGet("/", ListAsync).Refuses(ProblemKinds.InvalidParameter).WithName("listIncidents").WithSummary("Incidents, the latest theft first, with their facts as they stand");
        incidents.MapGet("/export", Export)
            .Refuses(ProblemKinds.InvalidParameter)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv")
            .WithName("exportIncidents")
            .WithSummary("Incidents as a file: CSV, JSON or STIX 2.1")
            .WithDescription("At most 5,000, the latest theft first. Cells of the CSV file that a spreadsheet would take for a formula begin with an apostrophe.");
        incidents.MapGet("/{id}", GetAsync).Refuses(ProblemKinds.NotFound).WithName("getIncident").WithSummary("One incident: facts, range, history, disagreements, and every claim with its quote");
    }

    private static async Task<Results<Ok<Listing<IncidentView>>, ProblemHttpResult>> ListAsync(
        [Description("How many, 1 to 100; 20 if not said.")] string? take,
        [Description("As the last answer gave it.")] string? cursor,
        IIncidentStore incidents,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var count = reader.Take(take, 20, 100);
        if (reader.Problem is { } problem)
        {
            return problem;
        }

        var page = await incidents.ListAsync(count, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken);
        return TypedResults.Ok(new Listing<IncidentView>([.. page.Items.Select(IncidentView.Of)], page.Next));
    }

    private static IResult Export([Description("csv, json or stix; csv if not said.")] string? format, IIncidentStore incidents) => format switch
    {
        null or "" or "csv" => new IncidentExport(incidents, new CsvIncidents()),
        "json" => new IncidentExport(incidents, new JsonIncidents()),
        "stix" => new IncidentExport(incidents, new StixIncidents()),
        _ => Problem.Of(ProblemKinds.InvalidParameter, "format must be csv, json or stix."),
    };

    private static async Task<Results<Ok<IncidentDetail>, ProblemHttpResult>> GetAsync(string id, IIncidentStore incidents, CancellationToken cancellationToken) =>
        await incidents.FindAsync(id, cancellationToken) is { } incident ? TypedResults.Ok(IncidentDetail.Of(incident)) : Problem.NotFound("incident", id);
}
