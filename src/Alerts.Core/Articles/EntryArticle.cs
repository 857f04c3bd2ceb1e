using Alerts.Core.Sources;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Core.Articles;

/// <summary>Makes an article of an entry.</summary>
public static class EntryArticle
{
    /// <summary>From this length on an entry's content is the article, not an excerpt of it.</summary>
    private const int FullTextLength = 1_500;

    /// <summary>What the publisher calls the entry; two entries of one name and different addresses are two.</summary>
    public static string IdentityOf(FeedEntry entry) => string.Join('\n', entry.Guid, entry.Guid is null || entry.Url is null ? entry.Title : "", CanonicalOrNull(entry.Url));

    public static Article Of(FeedEntry entry, Source source, FeedDocument feed, DateTimeOffset now)
    {
        var url = CanonicalOrNull(entry.Url) ?? $"{source.Url?.GetLeftPart(UriPartial.Query)}#{DerivedId.Compact("entry", IdentityOf(entry))}";
        var published = entry.Published ?? entry.Updated;
        var summary = entry.SummaryText?.Plain ?? "";
        var content = entry.PlainText();
        var isFull = content.Length >= FullTextLength && content.Length > summary.Length;
        return new Article
        {
            Id = ArticleId.Of(url),
            Url = url,
            Title = entry.Title.Length > 0 ? entry.Title : Lede.Cut(content, 120),
            Summary = Lede.Cut(summary.Length > 0 ? summary : content, 2_000),
            Text = isFull ? content[..Math.Min(content.Length, Article.MaxTextLength)] : "",
            TextOrigin = isFull ? TextOrigin.Entry : TextOrigin.None,
            Language = LanguageOf(entry.Language ?? feed.Language ?? source.Language),
            PublishedAt = published > now ? now : published,
            FirstSeenAt = now,
            SourceId = source.Id,
            Publisher = source.Publisher,
            Tier = source.Tier,
        };
    }

    private static string? CanonicalOrNull(string? url) => url is not null && CanonicalUrl.Of(url) is { Length: > 0 } canonical ? canonical : null;

    private static string? LanguageOf(string? tag) => string.IsNullOrWhiteSpace(tag) ? null : tag.Split('-', '_')[0].Trim().ToLowerInvariant();
}
