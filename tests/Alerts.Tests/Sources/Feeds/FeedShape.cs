using Alerts.Core.Sources.Feeds;

namespace Alerts.Tests.Sources.Feeds;

/// <summary>Everything that was read of a document, as text that two readings can be compared by.</summary>
internal static class FeedShape
{
    public static string Of(FeedOutcome outcome) => outcome is not FeedDocument feed ? outcome.ToString()! : string.Join('\n', [
        $"{feed.Format} {feed.Id} {feed.Link} {feed.Language} {feed.Author} {feed.Published:O} {feed.Updated:O} {feed.Hub} {feed.Self} {feed.Next} {feed.EntriesCut}",
        $"{feed.Hints.Ttl} {feed.Hints.UpdateInterval} {string.Join(',', feed.Hints.SkipHours)} {string.Join(',', feed.Hints.SkipDays)} {string.Join(' ', feed.Sitemaps)}",
        feed.TitleText?.Raw ?? "-",
        feed.DescriptionText?.Raw ?? "-",
        .. feed.Entries.Select(Of),
    ]);

    private static string Of(FeedEntry entry) => string.Join('\n', [
        $"{entry.Guid} {entry.Url} {entry.Published:O} {entry.Updated:O} {entry.Author} {entry.Language}",
        string.Join('|', entry.Categories),
        string.Join('|', entry.Enclosures),
        entry.TitleText?.Raw ?? "-",
        entry.SummaryText?.Raw ?? "-",
        entry.ContentText?.Raw ?? "-",
        entry.TitleHtml,
        entry.SummaryHtml ?? "-",
        entry.ContentHtml ?? "-",
    ]);
}
