using Alerts.Core.Sources.Feeds;
using AngleSharp.Dom;

namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>What a page says about itself, read before its text is taken out of it.</summary>
public sealed record PageFacts
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:published_time", "datepublished", "publishdate", "publish-date", "publish_date", "pubdate", "parsely-pub-date", "sailthru.date",
        "article.published", "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date", "date", "cxenseparse:recs:publishtime",
    ];

    public required string Title { get; init; }

    /// <summary>As it stands in the page's head, site name and all.</summary>
    public required string RawTitle { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? Published { get; init; }

    public string? Canonical { get; init; }

    public bool? IsFree { get; init; }

    public bool HasPasswordField { get; init; }

    /// <summary>Addresses and names of the scripts and frames: vendors of bot checks give themselves away there.</summary>
    public required string Machinery { get; init; }

    internal static PageFacts Read(IDocument document, Uri url)
    {
        var meta = Meta(document);
        var jsonLd = JsonLdFacts.Read(document);
        var headings = document.GetElementsByTagName("h1").Select(h => PageTitle.OneLine(h.TextContent)).Where(text => text.Length > 0).ToList();
        return new PageFacts
        {
            Title = PageTitle.Choose([meta.GetValueOrDefault("og:title"), jsonLd.Headline, meta.GetValueOrDefault("twitter:title"), document.Title], headings,
                meta.GetValueOrDefault("og:site_name") ?? meta.GetValueOrDefault("application-name"), url),
            RawTitle = PageTitle.OneLine(document.Title),
            Language = LanguageOf(document.DocumentElement?.GetAttribute("lang"), document.DocumentElement?.GetAttribute("xml:lang"), jsonLd.Language,
                meta.GetValueOrDefault("og:locale"), meta.GetValueOrDefault("content-language"), meta.GetValueOrDefault("dc.language")),
            Published = DateOf([meta.GetValueOrDefault("article:published_time"), jsonLd.Published, .. DateNames.Skip(1).Select(name => meta.GetValueOrDefault(name)), TimeElement(document)]),
            Canonical = CanonicalOf(document, meta, url),
            IsFree = jsonLd.IsFree ?? (meta.GetValueOrDefault("article:content_tier") is { } tier ? !tier.Equals("locked", StringComparison.OrdinalIgnoreCase) : null),
            HasPasswordField = document.QuerySelector("input[type=password]") is not null,
            Machinery = string.Join(' ', document.GetElementsByTagName("script").Concat(document.GetElementsByTagName("iframe"))
                .SelectMany(e => new[] { e.GetAttribute("src"), e.Id }).OfType<string>().Take(200)).ToLowerInvariant(),
        };
    }

    /// <summary>By property, name, itemprop or http-equiv, in lower case; the first of each counts.</summary>
    private static Dictionary<string, string> Meta(IDocument document)
    {
        var meta = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in document.GetElementsByTagName("meta"))
        {
            if (element.GetAttribute("content") is not { Length: > 0 } content)
            {
                continue;
            }

            foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
            {
                if (element.GetAttribute(attribute) is { Length: > 0 } name)
                {
                    meta.TryAdd(name.Trim().ToLowerInvariant(), content.Trim());
                }
            }
        }

        return meta;
    }

    private static string? LanguageOf(params ReadOnlySpan<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            var primary = candidate?.Trim().Split('-', '_', ',', ';')[0].ToLowerInvariant();
            if (primary is { Length: 2 or 3 } && primary.All(char.IsAsciiLetter))
            {
                return primary;
            }
        }

        return null;
    }

    private static string? TimeElement(IDocument document) =>
        document.QuerySelector("time[itemprop~=datePublished], time[pubdate], article time[datetime], header time[datetime]")?.GetAttribute("datetime");

    private static DateTimeOffset? DateOf(IEnumerable<string?> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (FeedDate.Parse(candidate) is { Year: >= 1990 and < 2100 } date)
            {
                return date;
            }
        }

        return null;
    }

    private static string? CanonicalOf(IDocument document, Dictionary<string, string> meta, Uri url)
    {
        var stated = document.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href") ?? meta.GetValueOrDefault("og:url");
        // Some sites name their home page on every page.
        return Uri.TryCreate(url, stated?.Trim() ?? "", out var canonical)
            && stated is { Length: > 0 }
            && canonical.Scheme is "http" or "https"
            && (canonical.AbsolutePath != "/" || url.AbsolutePath == "/")
            ? canonical.AbsoluteUri
            : null;
    }
}
