using System.Text.Json;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Web.Api.Views;

namespace Alerts.Web.Api;

/// <summary>One array, an element a line.</summary>
internal sealed class JsonHits : IHitFormat
{
    private bool begun;

    public string ContentType => "application/json; charset=utf-8";

    public string FileName => "hits.json";

    public async Task BeginAsync(Stream output, CancellationToken cancellationToken) => await output.WriteAsync("["u8.ToArray(), cancellationToken);

    public async Task WriteAsync(Stream output, Hit hit, CancellationToken cancellationToken)
    {
        await output.WriteAsync(begun ? ",\n"u8.ToArray() : "\n"u8.ToArray(), cancellationToken);
        begun = true;
        await JsonSerializer.SerializeAsync(output, HitView.Of(hit), MessageJson.Rows, cancellationToken);
    }

    public async Task EndAsync(Stream output, CancellationToken cancellationToken) => await output.WriteAsync("\n]\n"u8.ToArray(), cancellationToken);
}
