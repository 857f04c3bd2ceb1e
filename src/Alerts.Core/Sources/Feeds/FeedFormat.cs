namespace Alerts.Core.Sources.Feeds;

/// <summary>What a document turned out to be. <see cref="Rss"/> is RSS of a version that no specification knows.</summary>
public enum FeedFormat
{
    Unknown,
    Rss,
    Rss090,
    Rss091,
    Rss092,
    Rss093,
    Rss094,
    Rss10,
    Rss20,
    Atom03,
    Atom10,
    Cdf,
    Json10,
    Json11,
    NewsSitemap,
    SitemapIndex,
    JsonApi,
    HtmlList,
}
