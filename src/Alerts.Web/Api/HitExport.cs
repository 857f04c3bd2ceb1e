using Alerts.Core.Hits;
using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Api;

/// <summary>Streams hits page by page, so that a large export holds one page in memory.</summary>
internal sealed class HitExport(IHitStore hits, HitQuery query, IHitFormat format) : IResult
{
    private const int MaxHits = 10_000;
    private const int PageSize = 200;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancellationToken = httpContext.RequestAborted;

        // Read before the first byte goes out: what fails here still becomes a problem.
        var page = await hits.ListAsync(query with { Take = PageSize }, cancellationToken);
        httpContext.Response.ContentType = format.ContentType;
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{format.FileName}\"";

        await format.BeginAsync(httpContext.Response.Body, cancellationToken);
        for (var written = 0; ;)
        {
            foreach (var hit in page.Items)
            {
                await format.WriteAsync(httpContext.Response.Body, hit, cancellationToken);
            }

            written += page.Items.Count;
            if (page.Next is null || written >= MaxHits)
            {
                break;
            }

            page = await hits.ListAsync(query with { Take = Math.Min(PageSize, MaxHits - written), Cursor = page.Next }, cancellationToken);
        }

        await format.EndAsync(httpContext.Response.Body, cancellationToken);
    }
}
