using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Operations;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Web.Access;
using Alerts.Web.Api;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Pages;

/// <summary>The pages for everybody.</summary>
internal static class PublicPages
{
    private const int StoriesShown = 20;
    private const int HitsShown = 20;
    private const int IncidentsShown = 50;

    private const string Icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><g fill="none" stroke="#c2410c" stroke-width="2"><path d="M12 3v18M4 12h16"/><circle cx="12" cy="12" r="9"/></g><circle cx="12" cy="12" r="3.5" fill="#c2410c"/></svg>
        """;

    public static void MapPublicPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", HomeAsync).RequireRead();
        pages.MapGet("/stories", () => new SeeOther("/"));
        pages.MapGet("/search", SearchAsync).RequireRead();
        pages.MapGet("/stories/{id}", StoryAsync).RequireRead();
        pages.MapGet("/incidents", IncidentsAsync).RequireRead();
        pages.MapGet("/incidents/{id}", IncidentAsync).RequireRead();
        pages.MapGet("/sources", SourcesAsync).RequireRead();
        pages.MapGet("/sources/{id}", SourceAsync).RequireRead();
        pages.MapGet("/problems", () => Page.Of<ProblemsPage>(new() { [nameof(ProblemsPage.Kinds)] = ProblemKinds.All }));
        pages.MapGet("/problems/{code}", (string code) => new SeeOther("/problems#" + Uri.EscapeDataString(code)));
        pages.MapGet("/site.css", StyleSheet);
        pages.MapGet("/icon.svg", () => TypedResults.Text(Icon, "image/svg+xml"));
        pages.MapGet("/favicon.ico", () => new SeeOther("/icon.svg"));
        pages.MapGet("/robots.txt", () => "User-agent: *\nDisallow: /api/\nDisallow: /confirm\nDisallow: /preferences\nDisallow: /unsubscribe\nDisallow: /inbox\n");
    }

    private static async Task<IResult> HomeAsync(
        string? topic, string? cursor, IStoryStore stories, ISourceStore sources, ITopicCatalog topics, CancellationToken cancellationToken)
    {
        var known = topics.Topics.Any(one => one.Id == topic) ? topic : null;
        return Page.Of<HomePage>(new()
        {
            [nameof(HomePage.Stories)] = await stories.ListAsync(known, since: null, StoriesShown, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken),
            [nameof(HomePage.Topics)] = topics.Topics,
            [nameof(HomePage.Topic)] = known,
            [nameof(HomePage.Health)] = SourcesSummary.Of(await sources.ListAsync(cancellationToken)),
        });
    }

    private static async Task<IResult> StoryAsync(
        string id, IStoryStore stories, IHitStore hits, IDeliveryStore deliveries, LatencyLedger latency, ITopicCatalog topics, CancellationToken cancellationToken)
    {
        if (await stories.GetAsync(id, cancellationToken) is not { } story)
        {
            return new ProblemAnswer(Problem.NotFound("story", id).ProblemDetails);
        }

        return Page.Of<StoryPage>(new()
        {
            [nameof(StoryPage.Story)] = story,
            [nameof(StoryPage.Hits)] = await hits.ListByStoryAsync(id, HitsShown, cancellationToken),
            [nameof(StoryPage.Topics)] = topics.Topics,
            [nameof(StoryPage.Times)] = await latency.FindAsync(story.Announced?.AlertId, cancellationToken),
            [nameof(StoryPage.Deliveries)] = story.Announced is { AlertId: var alert } ? await deliveries.CountAsync(alert, StoryPage.DeliveriesCounted, cancellationToken) : null,
        });
    }

    private static async Task<IResult> SearchAsync([AsParameters] HitFilter filter, IHitStore hits, ITopicCatalog topics, TimeProvider time, CancellationToken cancellationToken)
    {
        var readable = filter.TryRead(topics, time, out var query, out var problem);
        return Page.Of<SearchPage>(
            new()
            {
                [nameof(SearchPage.Filter)] = filter,
                [nameof(SearchPage.Topics)] = topics.Topics,
                [nameof(SearchPage.Found)] = readable ? await hits.ListAsync(query, cancellationToken) : null,
                [nameof(SearchPage.Complaint)] = problem?.ProblemDetails.Detail,
            },
            readable ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> IncidentsAsync(string? cursor, IIncidentStore incidents, CancellationToken cancellationToken) => Page.Of<IncidentsPage>(new()
    {
        [nameof(IncidentsPage.Incidents)] = await incidents.ListAsync(IncidentsShown, string.IsNullOrEmpty(cursor) ? null : cursor, cancellationToken),
    });

    private static async Task<IResult> IncidentAsync(string id, IIncidentStore incidents, CancellationToken cancellationToken) =>
        await incidents.FindAsync(id, cancellationToken) is { } incident
            ? Page.Of<IncidentPage>(new() { [nameof(IncidentPage.Incident)] = incident })
            : new ProblemAnswer(Problem.NotFound("incident", id).ProblemDetails);

    private static async Task<IResult> SourcesAsync(ISourceStore sources, IHeartbeatStore heartbeats, CancellationToken cancellationToken)
    {
        var all = await sources.ListAsync(cancellationToken);
        var newest = (await heartbeats.ListAsync(take: 1, cursor: null, cancellationToken)).Items;
        return Page.Of<SourcesPage>(new()
        {
            [nameof(SourcesPage.Sources)] = all,
            [nameof(SourcesPage.Summary)] = SourcesSummary.Of(all),
            [nameof(SourcesPage.Heartbeat)] = newest is [var heartbeat] ? heartbeat : null,
        });
    }

    private static async Task<IResult> SourceAsync(string id, ISourceStore sources, CancellationToken cancellationToken) =>
        await sources.GetAsync([id], cancellationToken) is [var source]
            ? Page.Of<SourcePage>(new() { [nameof(SourcePage.Source)] = source })
            : new ProblemAnswer(Problem.NotFound("source", id).ProblemDetails);

    private static FileContentHttpResult StyleSheet(HttpContext context)
    {
        // The address holds the content's hash, so the content at an address never changes.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(Site.StyleSheet, "text/css; charset=utf-8");
    }
}
