using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Alerts.Core.Sources.Feeds;

/// <summary>Finds the feeds of a site in one of its pages: those it announces, those it links to, and those at customary places.</summary>
public static class FeedDiscovery
{
    private const int LongestPage = 2_000_000;
    private const int MostLinks = 50;

    private static readonly HtmlParser Parser = new();

    private static readonly string[] FeedTypes =
        ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x.atom+xml", "application/x-rss+xml", "application/xml", "text/xml", "application/json"];

    private static readonly string[] CustomaryPaths = ["/feed", "/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/news/rss", "/blog/feed", "/sitemap_news.xml"];

    /// <summary>Candidates, best first. All of them still have to be fetched and read to be believed.</summary>
    public static IReadOnlyList<FeedLink> Find(string html, Uri baseUrl)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(baseUrl);
        return [.. Announced(html, baseUrl).Concat(CustomaryPaths.Select(path => new FeedLink(new Uri(baseUrl, path).AbsoluteUri, null, Announced: false))).DistinctBy(link => link.Url)];
    }

    internal static bool IsPage(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4096));
        return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) ||
            head.Contains("<head", StringComparison.OrdinalIgnoreCase) || head.Contains("<body", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the page itself points to: link elements first, then anchors that look like feeds.</summary>
    internal static List<FeedLink> Announced(string html, Uri? baseUrl)
    {
        var document = Parser.ParseDocument(Head(html));
        var root = FeedUrl.Rebase(document.QuerySelector("base[href]")?.GetAttribute("href"), baseUrl?.AbsoluteUri);
        var links = new List<FeedLink>();
        foreach (var element in document.QuerySelectorAll("link[href][rel], a[href]"))
        {
            if (links.Count >= MostLinks)
                break;
            if (IsFeed(element) && FeedUrl.Resolve(element.GetAttribute("href"), root) is { } url && links.All(link => link.Url != url))
                links.Add(new FeedLink(url, Title(element), Announced: true));
        }

        return links;
    }

    private static bool IsFeed(IElement element)
    {
        if (element.LocalName == "a")
            return IsFeedAddress(element.GetAttribute("href")!);
        var type = element.GetAttribute("type")?.Trim() ?? "";
        var relations = (element.GetAttribute("rel") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return relations.Contains("feed", StringComparer.OrdinalIgnoreCase) ||
            (relations.Contains("alternate", StringComparer.OrdinalIgnoreCase) && FeedTypes.Contains(type.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsFeedAddress(string href)
    {
        var path = href.Split('?', '#')[0].TrimEnd('/');
        return path.EndsWith(".rss", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".atom", StringComparison.OrdinalIgnoreCase) ||
            path.EndsWith("/rss.xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/atom.xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/feed.xml", StringComparison.OrdinalIgnoreCase) ||
            path.EndsWith("/feed", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/rss", StringComparison.OrdinalIgnoreCase) || path.EndsWith("/feed.json", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Title(IElement element) =>
        HtmlText.Collapse(element.GetAttribute("title") ?? element.TextContent) is { Length: > 0 } title ? title : null;

    /// <summary>Pages nest as attackers like; a page that does so announces nothing.</summary>
    private static string Head(string html)
    {
        var page = html.Length > LongestPage ? html[..LongestPage] : html;
        return HtmlDepth.Exceeds(page, 2_000) ? "" : page;
    }
}
