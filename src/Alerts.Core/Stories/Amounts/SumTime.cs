using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Core.Articles;

namespace Alerts.Core.Stories.Amounts;

/// <summary>
/// At which time's rates an article's sums are valued: its publication's; without a date the latest year that it names, since a theft of
/// 2017 told by an undated page was counted in the won of 2017.
/// </summary>
internal static partial class SumTime
{
    private const int Read = 2_000;

    public static DateTimeOffset Of(Article article)
    {
        if (article.PublishedAt is { } published) return published;
        var text = article.Text.Length > Read ? article.Text[..Read] : article.Text;
        var latest = Years().Matches(article.Title).Concat(Years().Matches(text)).Select(year => int.Parse(year.ValueSpan, CultureInfo.InvariantCulture))
            .Where(year => year <= article.FirstSeenAt.Year).DefaultIfEmpty(article.FirstSeenAt.Year).Max();
        return latest == article.FirstSeenAt.Year ? article.FirstSeenAt : new DateTimeOffset(latest, 7, 1, 0, 0, 0, TimeSpan.Zero);
    }

    [GeneratedRegex(@"(?<!\d)20[0-3]\d(?!\d)")]
    private static partial Regex Years();
}
