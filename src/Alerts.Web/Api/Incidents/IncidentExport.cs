using Alerts.Core.Incidents;
using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Api.Incidents;

/// <summary>All incidents as one file: there are hundreds, not millions.</summary>
internal sealed class IncidentExport(IIncidentStore incidents, IIncidentFormat format) : IResult
{
    private const int MaxIncidents = 5_000;
    private const int PageSize = 100;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var all = new List<Incident>();
        string? cursor = null;
        do
        {
            var page = await incidents.ListAsync(PageSize, cursor, httpContext.RequestAborted);
            all.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null && all.Count < MaxIncidents);

        httpContext.Response.ContentType = format.ContentType;
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{format.FileName}\"";
        await httpContext.Response.Body.WriteAsync(format.Write(all), httpContext.RequestAborted);
    }
}
