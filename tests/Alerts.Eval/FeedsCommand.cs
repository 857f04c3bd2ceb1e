using System.Text.Json;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Eval;

internal static class FeedsCommand
{
    public static void Run(string input, string output) => Lines.Map(input, output, row =>
    {
        var id = row.Text("id");
        try
        {
            var outcome = FeedReader.Read(Convert.FromBase64String(row.Text("content_b64")!), Context(row));
            return outcome is FeedDocument document ? Shape(id, document) : new { id, ok = false, error = outcome.ToString() };
        }
        catch (Exception crash)
        {
            return new { id, ok = false, crash = crash.ToString() };
        }
    });

    private static FeedContext Context(JsonElement row)
    {
        var headers = row.GetProperty("headers");
        return new FeedContext(
            Uri.TryCreate(row.Text("url"), UriKind.Absolute, out var url) ? url : null,
            headers.Text("content-type"),
            headers.Text("content-location"),
            headers.Text("content-language"));
    }

    private static object Shape(string? id, FeedDocument document) => new
    {
        id,
        ok = true,
        format = document.Format.ToString().ToLowerInvariant(),
        encoding = document.Encoding,
        well_formed = document.WellFormed,
        feed = new
        {
            title = document.TitleHtml,
            link = document.Link,
            id = document.Id,
            description = document.Description,
            language = document.Language,
            author = document.Author,
            updated = Date(document.Updated),
            published = Date(document.Published),
        },
        entries = document.Entries.Select(entry => new
        {
            id = entry.Guid,
            link = entry.Url,
            title = entry.TitleHtml,
            published = Date(entry.Published),
            updated = Date(entry.Updated),
            summary = entry.SummaryHtml,
            content = entry.ContentHtml,
            author = entry.Author,
        }).ToList(),
    };

    private static string? Date(DateTimeOffset? date) => date is { } value ? DatesCommand.Iso(value) : null;
}
