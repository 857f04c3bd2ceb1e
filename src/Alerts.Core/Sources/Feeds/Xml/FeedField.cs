namespace Alerts.Core.Sources.Feeds.Xml;

/// <summary>What an element tells about a feed or an entry, whatever it is called in its vocabulary.</summary>
internal enum FeedField
{
    None,

    /// <summary>A wrapper: its children count as its parent's.</summary>
    Transparent,
    Channel,
    Entry,
    Id,
    Title,
    MediaTitle,
    Link,
    Enclosure,
    MediaContent,
    Summary,
    MediaDescription,
    Content,
    XhtmlBody,
    Author,
    Creator,
    EntrySource,
    Language,
    Category,
    Subject,
    Published,
    PublishedDublinCore,
    Created,
    Updated,
    Location,
    Ttl,
    SkipHours,
    SkipDays,
    UpdatePeriod,
    UpdateFrequency,
    NewsItem,
    Sitemap,
    OriginalLink,
}
