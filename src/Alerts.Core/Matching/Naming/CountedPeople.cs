using System.Text.RegularExpressions;
using Alerts.Core.Matching.Reading;
using Found = System.Text.RegularExpressions.Match;

namespace Alerts.Core.Matching.Naming;

/// <summary>"Four North Koreans", "deux frères", "3명": how many people a text speaks of.</summary>
internal static partial class CountedPeople
{
    private const int Most = 10;

    /// <param name="read">As much of the text; the title is read whole.</param>
    public static IReadOnlySet<int> In(ArticleReading reading, int read)
    {
        var around = reading.Surroundings;
        var counts = new HashSet<int>();
        foreach (var field in new[] { ArticleField.Title, ArticleField.Text })
        {
            var text = around.TextOf(field);
            var to = field == ArticleField.Title ? text.Length : Math.Min(read, text.Length);
            foreach (Found count in EastAsian().Matches(text[..to])) counts.Add(WrittenDigits.Whole(count.Groups["count"].ValueSpan) ?? 0);
            foreach (var people in around.In(field, 0, to, NameCues.People).Concat(around.In(field, 0, to, NameCues.IntroducesAccused)))
            {
                var before = text.AsSpan(0, people.Start).TrimEnd();
                if ((NumberWords.EndingAt(before, before.Length, reading.Language) ?? NumberWords.EndingAt(WithoutLast(before), WithoutLast(before).Length, reading.Language)) is > 1 and <= Most and var number) counts.Add(number);
            }
        }

        return counts;
    }

    /// <summary>"Four North Koreans", "three alleged operatives": one word may stand between.</summary>
    private static ReadOnlySpan<char> WithoutLast(ReadOnlySpan<char> text) => text.LastIndexOf(' ') is >= 0 and var space ? text[..space].TrimEnd() : default;

    [GeneratedRegex(@"(?<![\d,.])(?<count>[2-9２-９]|10|１０)\s?[명人名]")]
    private static partial Regex EastAsian();
}
