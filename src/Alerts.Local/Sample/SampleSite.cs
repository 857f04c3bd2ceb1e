using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Alerts.Core;
using Alerts.Core.Sources;
using Alerts.Local.Hosting;

namespace Alerts.Local.Sample;

/// <summary>
/// A small news site on the local host itself: one feed, and a page for each story with navigation, advertisements and a footer around the text. The
/// whole pipeline thus runs over loopback as it does over the internet.
/// </summary>
internal sealed class SampleSite(LocalFolder folder, Uri baseUrl, TimeProvider time)
{
    public const string FeedPath = "/sample/feed.xml";

    /// <summary>Told apart from real news at a glance: every story names it as its publisher.</summary>
    public const string Family = "Alerts samples";

    private readonly DateTimeOffset start = StartOf(folder, time);

    public Source Source => new()
    {
        Id = Source.IdOf(new Uri(baseUrl, FeedPath)),
        Name = "Sample stories (bundled, about past events)",
        Kind = SourceKind.Feed,
        Url = new Uri(baseUrl, FeedPath),
        Publisher = Family,
        Tier = SourceTier.Established,
        AddedAt = time.GetUtcNow(),
    };

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(FeedPath, Feed).ExcludeFromDescription();
        endpoints.MapGet("/sample/articles/{slug}", Page).ExcludeFromDescription();
    }

    /// <summary>Kept, so that a restart lists the same dates and brings nothing new.</summary>
    private static DateTimeOffset StartOf(LocalFolder folder, TimeProvider time)
    {
        var file = Path.Combine(folder.Root, "sample-start.txt");
        if (File.Exists(file) && DateTimeOffset.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var known))
        {
            return known;
        }

        var now = time.GetUtcNow();
        File.WriteAllText(file, now.ToString("O", CultureInfo.InvariantCulture));
        return now;
    }

    private IResult Feed(HttpContext http)
    {
        var tag = $"\"{DerivedId.Compact("sample", start.ToString("O", CultureInfo.InvariantCulture))}\"";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var feed = new XElement("rss", new XAttribute("version", "2.0"), new XElement("channel",
            new XElement("title", "Sample stories of Alerts: past events, retold"),
            new XElement("link", baseUrl),
            new XElement("description", "Ships with Alerts, so that the first alert needs no internet."),
            SampleStory.All.OrderBy(story => story.MinutesAgo).Select(Item)));
        return Results.Text("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + feed, "application/rss+xml; charset=utf-8");
    }

    private XElement Item(SampleStory story) => new("item",
        new XElement("title", story.Title),
        new XElement("link", new Uri(baseUrl, "/sample/articles/" + story.Slug)),
        new XElement("guid", new XAttribute("isPermaLink", "false"), "sample-" + story.Slug),
        new XElement("pubDate", start.AddMinutes(-story.MinutesAgo).ToString("R", CultureInfo.InvariantCulture)),
        new XElement(XName.Get("language", "http://purl.org/dc/elements/1.1/"), story.Language),
        new XElement("description", story.Summary));

    private IResult Page(string slug)
    {
        if (SampleStory.All.FirstOrDefault(story => story.Slug == slug) is not { } story)
        {
            return Results.NotFound();
        }

        var title = WebUtility.HtmlEncode(story.Title);
        var paragraphs = string.Concat(story.Paragraphs.Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>"));
        return Results.Text(
            $"""
            <!doctype html><html lang="{story.Language}"><head><meta charset="utf-8"><title>{title} | {WebUtility.HtmlEncode(story.Publisher)}</title>
            <meta property="article:published_time" content="{start.AddMinutes(-story.MinutesAgo):O}"></head><body>
            <header><nav><a href="/">Home</a> <a href="/">Markets</a> <a href="/">Hackathon</a> <a href="/">North Korea</a></nav>
            <aside>Sponsored: earn with every trade. Your wallet deserves better.</aside></header>
            <main><article><h1>{title}</h1><p class="byline">{WebUtility.HtmlEncode(story.Publisher)}: a sample that ships with Alerts, about a past event</p>{paragraphs}</article></main>
            <aside><h3>Most read</h3><ul><li>Lazarus Group and the exchange hacks: a timeline</li><li>What is a seed phrase?</li></ul></aside>
            <footer>Nothing here is advice.</footer></body></html>
            """,
            "text/html; charset=utf-8");
    }
}
