namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>Gives an element its meaning by vocabulary and name.</summary>
internal static class FeedVocabulary
{
    public static FeedField Field(FeedNamespace vocabulary, string name)
    {
        var field = Exact(vocabulary, name);
        if (field != FeedField.None || vocabulary == FeedNamespace.Other)
            return field;
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c))
                return Exact(vocabulary, name.ToLowerInvariant());
        }

        return FeedField.None;
    }

    private static FeedField Exact(FeedNamespace vocabulary, string name) => vocabulary switch
    {
        FeedNamespace.Rss or FeedNamespace.Rss090 or FeedNamespace.Rss10 => Rss(name),
        FeedNamespace.Atom03 or FeedNamespace.Atom10 => Atom(name),
        FeedNamespace.DublinCore or FeedNamespace.DublinCoreTerms => DublinCore(name),
        FeedNamespace.Content => name is "encoded" ? FeedField.Content : FeedField.None,
        FeedNamespace.Syndication => name switch
        {
            "updatePeriod" or "updateperiod" => FeedField.UpdatePeriod,
            "updateFrequency" or "updatefrequency" => FeedField.UpdateFrequency,
            _ => FeedField.None,
        },
        FeedNamespace.Media => name switch
        {
            "content" => FeedField.MediaContent,
            "group" => FeedField.Transparent,
            "title" => FeedField.MediaTitle,
            "description" => FeedField.MediaDescription,
            _ => FeedField.None,
        },
        FeedNamespace.ITunes => name switch
        {
            "author" => FeedField.Creator,
            "summary" or "subtitle" => FeedField.MediaDescription,
            "title" => FeedField.MediaTitle,
            _ => FeedField.None,
        },
        FeedNamespace.Xhtml => name is "body" or "div" ? FeedField.XhtmlBody : FeedField.None,
        FeedNamespace.Sitemap => Sitemap(name),
        FeedNamespace.News => name switch
        {
            "news" => FeedField.NewsItem,
            "title" => FeedField.Title,
            "publication_date" => FeedField.Published,
            "language" => FeedField.Language,
            "keywords" => FeedField.Subject,
            "publication" => FeedField.Transparent,
            _ => FeedField.None,
        },
        _ => name is "origLink" or "origlink" ? FeedField.OriginalLink : FeedField.None,
    };

    private static FeedField Rss(string name) => name switch
    {
        "item" or "entry" => FeedField.Entry,
        "channel" or "feed" => FeedField.Channel,
        "items" => FeedField.Transparent,
        "title" => FeedField.Title,
        "link" => FeedField.Link,
        "description" => FeedField.Summary,
        "summary" or "abstract" or "tagline" or "subtitle" => FeedField.MediaDescription,
        "content" or "encoded" or "body" or "fullitem" => FeedField.Content,
        "guid" or "id" => FeedField.Id,
        "pubDate" or "pubdate" or "published" or "issued" => FeedField.Published,
        "date" => FeedField.PublishedDublinCore,
        "created" => FeedField.Created,
        "lastBuildDate" or "lastbuilddate" or "updated" or "modified" => FeedField.Updated,
        "author" or "managingEditor" or "managingeditor" => FeedField.Author,
        "creator" => FeedField.Creator,
        "category" => FeedField.Category,
        "subject" or "keywords" => FeedField.Subject,
        "enclosure" => FeedField.Enclosure,
        "source" => FeedField.EntrySource,
        "language" => FeedField.Language,
        "ttl" => FeedField.Ttl,
        "skipHours" or "skiphours" => FeedField.SkipHours,
        "skipDays" or "skipdays" => FeedField.SkipDays,
        _ => FeedField.None,
    };

    private static FeedField Atom(string name) => name switch
    {
        "entry" => FeedField.Entry,
        "feed" => FeedField.Channel,
        "id" => FeedField.Id,
        "title" => FeedField.Title,
        "link" => FeedField.Link,
        "summary" or "subtitle" or "tagline" => FeedField.Summary,
        "content" => FeedField.Content,
        "published" or "issued" => FeedField.Published,
        "created" => FeedField.Created,
        "updated" or "modified" => FeedField.Updated,
        "author" => FeedField.Author,
        "category" => FeedField.Category,
        "source" => FeedField.EntrySource,
        _ => FeedField.None,
    };

    private static FeedField DublinCore(string name) => name switch
    {
        "title" => FeedField.MediaTitle,
        "description" or "abstract" => FeedField.MediaDescription,
        "creator" or "author" => FeedField.Creator,
        "subject" => FeedField.Subject,
        "date" => FeedField.PublishedDublinCore,
        "issued" => FeedField.Published,
        "created" => FeedField.Created,
        "modified" => FeedField.Updated,
        "language" => FeedField.Language,
        _ => FeedField.None,
    };

    private static FeedField Sitemap(string name) => name switch
    {
        "url" => FeedField.Entry,
        "sitemap" => FeedField.Sitemap,
        "loc" => FeedField.Location,
        "lastmod" => FeedField.Updated,
        _ => FeedField.None,
    };
}
