using System.Text.RegularExpressions;

namespace Alerts.Core.Matching.Reading;

/// <summary>The years that a text names in four digits, from 2000 to 2039: those of crypto and of what is planned.</summary>
internal static partial class WrittenYears
{
    public static IEnumerable<int> In(string text) => Years().Matches(text).Select(year => WrittenDigits.Whole(year.ValueSpan) ?? 0);

    [GeneratedRegex(@"(?<!\d)[2２][0０][0-3０-３]\d(?!\d)")]
    private static partial Regex Years();
}
