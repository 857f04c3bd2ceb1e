using Alerts.Core.Articles;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Stories.Amounts;

/// <summary>
/// At which time's rates an article's sums are valued: its publication's; without a date the latest year that it names, since a theft of
/// 2017 told by an undated page was counted in the won of 2017.
/// </summary>
internal static class SumTime
{
    private const int Read = 2_000;
    private const int Summer = 7;

    public static DateTimeOffset Of(Article article)
    {
        if (article.PublishedAt is { } published) return published;
        var text = article.Text.Length > Read ? article.Text[..Read] : article.Text;
        var named = WrittenYears.In(article.Title).Concat(WrittenYears.In(text)).Where(year => year <= article.FirstSeenAt.Year).DefaultIfEmpty(article.FirstSeenAt.Year).Max();
        return named == article.FirstSeenAt.Year ? article.FirstSeenAt : new DateTimeOffset(named, Summer, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
