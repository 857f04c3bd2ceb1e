namespace Alerts.Core.Sources.Feeds;

/// <summary>A document that lists entries, whatever its format, in one shape.</summary>
public sealed record FeedDocument : FeedOutcome
{
    public required FeedFormat Format { get; init; }

    /// <summary>False when the repair path had to read it: entries are there, but the publisher's XML is broken.</summary>
    public bool WellFormed { get; init; } = true;

    /// <summary>The encoding that the text was decoded with, by its web name.</summary>
    public string Encoding { get; init; } = "utf-8";

    public string? Id { get; init; }

    /// <summary>Plain text.</summary>
    public string Title => TitleText?.Plain ?? "";

    /// <summary>Sanitised HTML.</summary>
    public string TitleHtml => TitleText?.Html ?? "";

    /// <summary>Sanitised HTML.</summary>
    public string Description => DescriptionText?.Html ?? "";

    public string? Link { get; init; }

    public string? Language { get; init; }

    public string? Author { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>The WebSub hub, and the topic address to subscribe to there.</summary>
    public string? Hub { get; init; }

    public string? Self { get; init; }

    /// <summary>The following page of a paged feed or archive (RFC 5005, JSON Feed <c>next_url</c>).</summary>
    public string? Next { get; init; }

    /// <summary>What the publisher asks of those who poll.</summary>
    public PollHints Hints { get; init; } = new();

    /// <summary>How often the publisher asks to be polled, at most: the longer of ttl and the syndication module.</summary>
    public TimeSpan? SuggestedInterval => Hints.Ttl > Hints.UpdateInterval || Hints.UpdateInterval is null ? Hints.Ttl : Hints.UpdateInterval;

    /// <summary>The sitemaps that a sitemap index lists, the newest first.</summary>
    public IReadOnlyList<string> Sitemaps { get; init; } = [];

    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>Entries beyond <see cref="FeedLimits.Entries"/> that were left out, the oldest ones.</summary>
    public int EntriesCut { get; init; }

    internal FeedText? TitleText { get; init; }

    internal FeedText? DescriptionText { get; init; }
}
