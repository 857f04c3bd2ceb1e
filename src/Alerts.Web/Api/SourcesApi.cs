using Alerts.Core.Operations;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;
using Alerts.Web.Access;
using Alerts.Web.Api.Views;
using Alerts.Web.Problems;
using Alerts.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Api;

/// <summary>The sources: what is watched, and how each does.</summary>
internal static class SourcesApi
{
    public static void MapSources(this IEndpointRouteBuilder api)
    {
        var sources = api.MapGroup("/sources").WithTags("Sources");
        sources.MapGet("/", ListAsync).RequireRead().Refuses(ProblemKinds.InvalidParameter).WithName("listSources").WithSummary("All sources with their health");
        sources.MapGet("/{id}", GetAsync).RequireRead().Refuses(ProblemKinds.NotFound).WithName("getSource").WithSummary("One source");
        sources.MapPost("/", AddAsync).RequireScope(ApiScope.Admin).Refuses(ProblemKinds.InvalidField, ProblemKinds.Conflict).WithName("addSource").WithSummary("Watch a source");
        sources.MapPatch("/{id}", ChangeAsync).RequireScope(ApiScope.Admin).Refuses(ProblemKinds.InvalidField, ProblemKinds.NotFound).WithName("changeSource")
            .WithSummary("Change a source; members left out stay as they are");
        sources.MapDelete("/{id}", RemoveAsync).RequireScope(ApiScope.Admin).Refuses(ProblemKinds.NotFound).WithName("removeSource").WithSummary("Stop watching a source");
    }

    private static async Task<Results<Ok<Listing<SourceView>>, ProblemHttpResult>> ListAsync(string? health, ISourceStore sources, TimeProvider time, CancellationToken cancellationToken)
    {
        var reader = new QueryReader(time);
        var wanted = reader.OneOf<SourceHealth>("health", health);
        return reader.Problem is { } problem
            ? problem
            : TypedResults.Ok(new Listing<SourceView>(
                [.. (await sources.ListAsync(cancellationToken)).Where(source => wanted is null || source.State.Health == wanted).Select(source => SourceView.Of(source))]));
    }

    private static async Task<Results<Ok<SourceView>, ProblemHttpResult>> GetAsync(string id, ISourceStore sources, SourceLatencies latencies, CancellationToken cancellationToken) =>
        await sources.GetAsync([id], cancellationToken) is [var source] ? TypedResults.Ok(SourceView.Of(source, await latencies.FindAsync(source, cancellationToken))) : Problem.NotFound("source", id);

    private static async Task<Results<Created<SourceView>, ProblemHttpResult>> AddAsync(
        Body<SourceRequest> body, ISourceStore sources, SourceRequestRules rules, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        if (rules.Create(body.Value, errors) is not { } source)
        {
            return errors.ToProblem();
        }

        return await sources.AddIfAbsentAsync(source, cancellationToken)
            ? TypedResults.Created($"/api/sources/{source.Id}", SourceView.Of(source))
            : Problem.Of(ProblemKinds.Conflict, $"{source.Url} is watched already, as source {source.Id}.");
    }

    private static async Task<Results<Ok<SourceView>, ProblemHttpResult>> ChangeAsync(
        string id, Body<SourceRequest> body, ISourceStore sources, CancellationToken cancellationToken)
    {
        if (await sources.GetAsync([id], cancellationToken) is not [var source])
        {
            return Problem.NotFound("source", id);
        }

        var errors = new FieldErrors();
        if (SourceRequestRules.Change(source, body.Value, errors) is not { } changed)
        {
            return errors.ToProblem();
        }

        return await sources.UpdateAsync(changed, cancellationToken) ? TypedResults.Ok(SourceView.Of(changed)) : Problem.NotFound("source", id);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string id, ISourceStore sources, CancellationToken cancellationToken) =>
        await sources.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : Problem.NotFound("source", id);
}
