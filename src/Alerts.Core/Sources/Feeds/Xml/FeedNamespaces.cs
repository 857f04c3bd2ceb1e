using System.Collections.Frozen;

namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>Which vocabulary an address or, where the declaration was lost, a customary prefix stands for.</summary>
internal static class FeedNamespaces
{
    private static readonly FrozenDictionary<string, FeedNamespace> ByAddress = new Dictionary<string, FeedNamespace>
    {
        [""] = FeedNamespace.Rss,
        ["http://backend.userland.com/rss"] = FeedNamespace.Rss,
        ["http://backend.userland.com/rss2"] = FeedNamespace.Rss,
        ["http://backend.userland.com/rss091"] = FeedNamespace.Rss,
        ["http://blogs.law.harvard.edu/tech/rss"] = FeedNamespace.Rss,
        ["http://www.rssboard.org/rss-specification"] = FeedNamespace.Rss,
        ["http://my.netscape.com/rdf/simple/0.9"] = FeedNamespace.Rss090,
        ["http://channel.netscape.com/rdf/simple/0.9"] = FeedNamespace.Rss090,
        ["http://purl.org/rss/1.0"] = FeedNamespace.Rss10,
        ["http://purl.org/net/rss1.1"] = FeedNamespace.Rss10,
        ["http://purl.org/atom/ns"] = FeedNamespace.Atom03,
        ["http://example.com/newformat"] = FeedNamespace.Atom03,
        ["http://www.w3.org/2005/atom"] = FeedNamespace.Atom10,
        ["http://purl.org/atom/app"] = FeedNamespace.Other,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns"] = FeedNamespace.Rdf,
        ["http://purl.org/dc/elements/1.1"] = FeedNamespace.DublinCore,
        ["http://purl.org/dc/elements/1.0"] = FeedNamespace.DublinCore,
        ["http://purl.org/dc/terms"] = FeedNamespace.DublinCoreTerms,
        ["http://purl.org/rss/1.0/modules/content"] = FeedNamespace.Content,
        ["http://purl.org/rss/1.0/modules/syndication"] = FeedNamespace.Syndication,
        ["http://search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["http://tools.search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["http://video.search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = FeedNamespace.ITunes,
        ["http://www.itunes.com/dtds/podcast-1.0"] = FeedNamespace.ITunes,
        ["http://example.com/dtds/podcast-1.0.dtd"] = FeedNamespace.ITunes,
        ["http://www.w3.org/1999/xhtml"] = FeedNamespace.Xhtml,
        ["http://www.sitemaps.org/schemas/sitemap/0.9"] = FeedNamespace.Sitemap,
        ["http://www.google.com/schemas/sitemap/0.84"] = FeedNamespace.Sitemap,
        ["http://www.google.com/schemas/sitemap-news/0.9"] = FeedNamespace.News,
        ["http://www.w3.org/xml/1998/namespace"] = FeedNamespace.Xml,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FeedNamespace> ByPrefix = new Dictionary<string, FeedNamespace>
    {
        ["rss"] = FeedNamespace.Rss,
        ["atom"] = FeedNamespace.Atom10,
        ["atom10"] = FeedNamespace.Atom10,
        ["rdf"] = FeedNamespace.Rdf,
        ["dc"] = FeedNamespace.DublinCore,
        ["dcterms"] = FeedNamespace.DublinCoreTerms,
        ["content"] = FeedNamespace.Content,
        ["sy"] = FeedNamespace.Syndication,
        ["media"] = FeedNamespace.Media,
        ["itunes"] = FeedNamespace.ITunes,
        ["xhtml"] = FeedNamespace.Xhtml,
        ["news"] = FeedNamespace.News,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static FeedNamespace Of(string address, string prefix)
    {
        if (address.Length == 0)
            return prefix.Length == 0 ? FeedNamespace.Rss : ByPrefix.GetValueOrDefault(prefix);
        return ByAddress.TryGetValue(address.TrimEnd('/', '#'), out var known) ? known : ByPrefix.GetValueOrDefault(prefix);
    }
}
