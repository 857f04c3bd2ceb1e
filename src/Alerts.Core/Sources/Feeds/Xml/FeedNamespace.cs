namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>The vocabularies that feeds mix.</summary>
internal enum FeedNamespace
{
    /// <summary>One that says nothing about news.</summary>
    Other,

    /// <summary>RSS of any version, or no namespace.</summary>
    Rss,
    Rss090,
    Rss10,
    Atom03,
    Atom10,
    Rdf,
    DublinCore,
    DublinCoreTerms,
    Content,
    Syndication,
    Media,
    ITunes,
    Xhtml,
    Sitemap,
    News,
    Xml,
}
