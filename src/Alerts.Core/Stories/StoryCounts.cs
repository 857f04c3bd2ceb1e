using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Naming;
using Alerts.Core.Matching.Reading;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>
/// What an article counts, in figures that every language and outlet repeats: "58 cyberattacks", "483 accounts", "four North Koreans", "401,000 ETH". Two
/// texts with the same figures tell the same facts.
/// </summary>
internal static partial class StoryCounts
{
    private const int Lead = 300;
    private const int Max = 8;
    private const int Least = 11;
    private const decimal LeastTokens = 100;

    /// <summary>Words from a number to the deeds that it counts.</summary>
    private const int MaxBetween = 3;

    private static readonly CountFile s_file = EmbeddedData.Json<CountFile>("Stories/counts.json");
    private static readonly FrozenSet<string> s_units = s_file.Units.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_deeds = s_file.Deeds.SelectMany(deed => AliasForms.Of(deed, "counts.json")).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> Of(StoryHead head)
    {
        var sums = head.Sums;
        var things = Numbers().Matches(head.Text)
            .Where(match => IsThing(head.Text, match.Index + match.Length) && !sums.Any(sum => match.Index < sum.End && sum.Start < match.Index + match.Length))
            .Select(match => WrittenDigits.Whole(match.ValueSpan) ?? 0).Where(count => count >= Least && count is < 1990 or > 2039)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count} of them"));
        var people = CountedPeople.In(head.Reading, StoryHead.Length).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count} people"));
        var stated = sums.Select(Stated).OfType<string>();
        return stated.Concat(TokensIn(head)).Concat(things).Concat(people).Distinct(StringComparer.Ordinal).Take(Max);
    }

    /// <summary>Every number of tokens in title and head.</summary>
    public static IEnumerable<string> TokensIn(StoryHead head) => head.Sums.Where(sum => sum is { IsToken: true, Unit: not null, Value: >= LeastTokens }).Select(Tokens);

    public static string Tokens(Amount amount) => string.Create(CultureInfo.InvariantCulture, $"{Rounded(amount.Value)} {amount.Unit}");

    /// <summary>A sum in its own currency, to two digits: undated articles are converted at the rate of the day on which they were found.</summary>
    public static string? Stated(Amount? amount) => amount is { IsToken: false, Unit: not null and not "USD" } ? string.Create(CultureInfo.InvariantCulture, $"{Rounded(amount.Value, 100)} {amount.Unit}") : null;

    /// <summary>Thefts, attacks and the like that are counted, in the title or where the text begins: it tells a total.</summary>
    public static bool CountsDeeds(string title, string text) => CountsDeeds(title) || CountsDeeds(text.Length > Lead ? text[..Lead] : text);

    private static bool CountsDeeds(string text) =>
        s_file.UnspacedDeeds.Any(deed => CountsUnspaced(text, deed)) || Numbers().Matches(text).Any(match => match.Length is 2 or 3 && AreDeeds(text, match.Index + match.Length));

    /// <summary>"约50起事件", "58건의 공격".</summary>
    private static bool CountsUnspaced(string text, string deed)
    {
        for (var at = 0; text.IndexOf(deed, at, StringComparison.Ordinal) is >= 0 and var found; at = found + deed.Length)
        {
            var end = found > 0 && text[found - 1] == ' ' ? found - 1 : found;
            var start = end;
            while (start > 0 && WrittenDigits.IsDigit(text[start - 1])) start--;
            if (end - start is 2 or 3) return true;
        }

        return false;
    }

    /// <summary>"58 suspected cyberattacks": the deed may stand a few words on.</summary>
    private static bool AreDeeds(string text, int at)
    {
        for (var words = 0; words <= MaxBetween; words++)
        {
            var word = AmountReader.WordAt(text, at, out var from);
            if (word.Length == 0 || from == at) return false;
            if (s_deeds.Contains(word)) return true;
            at = from + word.Length;
        }

        return false;
    }

    /// <summary>A noun follows, and none of a date, a time or a measure.</summary>
    private static bool IsThing(string text, int at)
    {
        var next = at < text.Length && char.IsWhiteSpace(text[at]) ? at + 1 : at;
        if (next < text.Length && s_file.UnspacedThings.Contains(text[next], StringComparison.Ordinal)) return true;
        return AmountReader.WordAt(text, at, out var from) is { Length: > 0 } word && from > at && text[at] != '-' && !s_units.Contains(word);
    }

    private static decimal Rounded(decimal value, int digits = 1000)
    {
        var scale = 1m;
        while (value / scale >= digits) scale *= 10;
        return Math.Round(value / scale) * scale;
    }

    /// <summary>Whole ones, with separators of thousands or without.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d.,:/$€£¥₩#%-])(?:\d{2,3}(?:[,.\u00A0]\d{3})?|\d{4,6})(?![\d%]|[.,]\d)")]
    private static partial Regex Numbers();

    /// <param name="Units">Words behind a number that counts no things.</param>
    /// <param name="UnspacedThings">Characters that count things and people.</param>
    private sealed record CountFile(IReadOnlyList<string> Units, IReadOnlyList<string> Deeds, string UnspacedThings, IReadOnlyList<string> UnspacedDeeds);
}
