using System.Text;
using Alerts.Core.Articles;
using Alerts.Infrastructure.Fetching.Pages;

namespace Alerts.Tests.Fetching.Pages;

/// <summary>Pages for tests.</summary>
internal static class Html
{
    public static readonly Uri Url = new("https://news.example.com/2026/11/bridge-drained");

    public static string Paragraphs(int count) => string.Concat(Enumerable.Range(1, count).Select(i =>
        $"<p>Paragraph {i} of the report says, with commas, names and numbers, that the attackers moved {i} million dollars through the bridge before anybody noticed it.</p>"));

    public static string Page(string head = "", string body = "", string attributes = "lang=\"en\"") =>
        $"<!doctype html><html {attributes}><head><meta charset=utf-8>{head}</head><body>{body}</body></html>";

    public static PageOutcome Extract(string html, Uri? answered = null) =>
        PageExtractor.Extract(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", Url, answered ?? Url, CancellationToken.None);
}
