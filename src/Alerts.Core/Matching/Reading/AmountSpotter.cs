using System.Buffers;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// Sees where a text names a sum of money or tokens, in the forms of the languages that are read: "$1.46bn", "44. 5 billion won", "1,4 Mrd. Euro",
/// "482億円", "445억 원", "$22,8 миллиона", "4.502,9 BTC", "two billion dollars". It does not work the value out: it only tells that a sum stands there.
/// </summary>
internal static class AmountSpotter
{
    private const int MaxUnitWords = 3;
    private const int LongestScale = 12;
    private const int MaxWordBetween = 9;
    private const decimal LeastMultiplier = 1_000;

    /// <summary>In every word for a million or more that a number of one word may stand before; letters of one script, so that the search is vectorised.</summary>
    private static readonly SearchValues<string> s_inScales = SearchValues.Create(["illi", "illo", "ilion", "iliar", "ilh", "ilyo", "ilya", "iljo", "ilja"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> s_inCyrillicScales = SearchValues.Create(["иллио", "иллиа", "ільйо", "ільяр"], StringComparison.OrdinalIgnoreCase);

    /// <param name="amounts">Is given what was found, in order.</param>
    public static void Spot(ReadOnlySpan<char> text, string language, List<(int Start, int Length)> amounts)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!WrittenDigits.IsDigit(text[at])) continue;
            var start = at;
            var end = EndOfNumber(text, at);
            var signed = TakeSign(text, language, ref start);
            var whole = EndOfUnits(text, end, language, IsCount(text[at..end]), out var united);
            if (signed || united) amounts.Add((start, whole - start));
            at = whole - 1;
        }

        var inDigits = amounts.Count;
        SpotWords(text, language, amounts);
        if (inDigits > 0 && amounts.Count > inDigits) amounts.Sort();
    }

    /// <summary>"Two billion dollars", "sei milioni di dollari".</summary>
    private static void SpotWords(ReadOnlySpan<char> text, string language, List<(int Start, int Length)> amounts)
    {
        var inScales = language is "ru" or "uk" ? s_inCyrillicScales : s_inScales;
        for (var at = 0; text[at..].IndexOfAny(inScales) is >= 0 and var found;)
        {
            at += found;
            var (from, to) = (at, at);
            while (from > 0 && char.IsLetter(text[from - 1]) && at - from < LongestScale) from--;
            while (to < text.Length && char.IsLetter(text[to]) && to - at < LongestScale) to++;
            at = to;
            if (from == 0 || text[from - 1] is not (' ' or '\u00A0' or '-') || AmountWords.Multiplier(text[from..to], language) is null) continue;
            var start = StartOfWord(text, from - 1);
            // "Half a million".
            if (text[start..from] is "a " && start > 0) start = StartOfWord(text, start - 1);
            if (NumberWords.At(text, start, language) is not var (_, end) || end != from - 1) continue;
            var whole = EndOfUnits(text, end, language, counted: false, out var united);
            if (united) amounts.Add((start, whole - start));
        }
    }

    private static int StartOfWord(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]) && end - start < LongestScale) start--;
        return start;
    }

    private static int EndOfNumber(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            if (WrittenDigits.IsDigit(text[at])) at++;
            else if (at + 1 < text.Length && WrittenDigits.SeparatorOf(text[at]) is not null && WrittenDigits.IsDigit(text[at + 1])) at += 2;
            else if (at + 2 < text.Length && text[at] == '.' && text[at + 1] == ' ' && char.IsAsciiDigit(text[at + 2])) at += 3;
            else break;
        }

        return at;
    }

    private static bool TakeSign(ReadOnlySpan<char> text, string language, ref int start)
    {
        var at = start - 1;
        while (at >= 0 && text[at] == ' ' && at > start - 2) at--;
        if (at >= 0 && AmountWords.Sign(text[at], language) is not null)
        {
            start = at;
            return true;
        }

        var word = at;
        while (word >= 0 && char.IsAsciiLetterUpper(text[word])) word--;
        var unit = text[(word + 1)..(at + 1)];
        // "USD34M" is a sum, "BTC9" a name.
        if (unit.Length is not (3 or 4) || AmountWords.Unit(unit) is not var (_, token) || (token && at == start - 1)) return false;
        start = word + 1;
        return true;
    }

    /// <summary>Whether a number may count coins of any kind: three digits or more, and not a year.</summary>
    private static bool IsCount(ReadOnlySpan<char> number) =>
        number.Length >= 3 && !(number.Length == 4 && number[..2] is "19" or "20" && number.IndexOfAnyExceptInRange('0', '9') < 0);

    private static bool IsTicker(ReadOnlySpan<char> unit) => unit.Length is >= 3 and <= 6 && unit.IndexOfAnyExceptInRange('A', 'Z') < 0 && !AmountWords.IsNoTicker(unit);

    private static int EndOfUnits(ReadOnlySpan<char> text, int end, string language, bool counted, out bool united)
    {
        united = false;
        var at = end;
        for (var word = 0; word < MaxUnitWords; word++)
        {
            var from = at;
            while (from < text.Length && from - at < 2 && (text[from] is ' ' or '\u00A0' or '.' or '-' or '$')) from++;
            if (EndOfUnspaced(text, from) is var unspaced && unspaced > from)
            {
                united = true;
                at = end = unspaced;
                continue;
            }

            var to = from;
            while (to < text.Length && (IsUnitLetter(text[to]) || (text[to] == '-' && to > from)) && to - from < LongestScale) to++;
            if (to == from) break;
            var unit = text[from..to];
            var known = AmountWords.Unit(unit) is not null || AmountWords.IsThing(unit) || AmountWords.MakesSum(unit, language, from > at) || (counted && word == 0 && IsTicker(unit));
            // "300 thousand dollars", "de dólares", "корейских вон", "million worth of": another word may stand between.
            if (!known && AmountWords.Multiplier(unit, language) is null && !(united && unit.Length <= MaxWordBetween && char.IsLower(unit[0]))) break;
            united |= known;
            at = to;
            if (known) end = to;
        }

        return end;
    }

    /// <summary>"억 원", "亿多美元", "枚": multipliers and units of scripts without spaces; the same place where none stands, or where people or things are counted.</summary>
    private static int EndOfUnspaced(ReadOnlySpan<char> text, int at)
    {
        var scaled = at;
        while (scaled < text.Length && AmountWords.IdeographicMultiplier(text[scaled]) >= LeastMultiplier) scaled++;
        var unitAt = scaled < text.Length && AmountWords.IsAbout(text[scaled]) ? scaled + 1 : scaled;
        if (unitAt == text.Length) return scaled;
        if (text[unitAt] == '枚') return unitAt + 1;
        return AmountWords.UnspacedUnit(text, unitAt) is { } unit ? unitAt + unit.Length : scaled > at && IsOfPeopleOrThings(text, unitAt) ? at : scaled;
    }

    /// <summary>"1만1742명", "4 万客户": who or what is counted follows the number, and is no coin.</summary>
    private static bool IsOfPeopleOrThings(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && WrittenDigits.IsDigit(text[at])) at = EndOfNumber(text, at);
        while (at < text.Length && (text[at] == ' ' || AmountWords.IsAbout(text[at]))) at++;
        return at < text.Length && AmountWords.IsCounted(text[at]) && !AmountWords.IsPiece(text[at]);
    }

    /// <summary>A script without spaces goes on right behind the unit: "2,930 ETHを".</summary>
    private static bool IsUnitLetter(char c) => char.IsLetter(c) && !Scripts.IsUnspaced(c);
}
