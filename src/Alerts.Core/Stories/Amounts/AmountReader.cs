using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Stories.Amounts;

/// <summary>
/// Finds sums of money and tokens by their form, in the number formats of the article's language. One pass: around each number a
/// bounded stretch is looked at, so that hostile text costs no more than its length.
/// </summary>
public static class AmountReader
{
    private const int MaxAmounts = 200;
    private const int MaxWord = 24;
    private const int MaxIdeographs = 2;
    private const int MaxFillers = 3;
    private const decimal Million = 1_000_000;

    /// <summary>Korean, Japanese and Chinese count in steps of ten thousand.</summary>
    private const decimal Myriad = 10_000;

    /// <summary>More than all the money there is: a slip or a joke.</summary>
    private const decimal MaxValue = 1_000_000_000_000_000;

    /// <param name="at">When it was written: decides the year of the rate; null for the newest.</param>
    public static IReadOnlyList<Amount> Read(string text, string language, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var amounts = new List<Amount>();
        var next = 0;
        while (next < text.Length && amounts.Count < MaxAmounts)
        {
            if (NumberAt(text, next, language) is not { } number)
            {
                next++;
                continue;
            }

            var start = next;
            next = number.End;
            var isWord = WrittenNumber.DigitAt(text, start) < 0;
            var (prefix, from) = UnitBefore(text, start, language);
            if (prefix is null && !MayStart(text, start)) continue;
            if (!isWord) number = Mended(text, number, language);
            var range = AmountRange.Read(text, start, number, language, second => Read(text, second, language, prefix));
            if ((range?.Upper ?? Read(text, number, language, prefix)) is not { } read) continue;
            if (isWord && (read.Unit is null || prefix is not null || read.Multiplier < Million)) continue;
            next = read.End;
            if (read.Value is <= 0 or > MaxValue) continue;
            var rate = read.Unit is null ? language is "ko" or "ja" or "zh" ? null : 1m : UsdRates.Of(read.Unit, at?.Year ?? int.MaxValue);
            var low = range?.Low ?? read.Value;
            var value = (low + read.Value) / 2;
            amounts.Add(new Amount(value, read.Unit, read.Token, rate * value, text[from..read.End], from, read.End - from) { Low = low, High = read.Value });
        }

        return amounts;
    }

    /// <summary>In digits, or as a word that begins here: "two", "sei", 两.</summary>
    private static WrittenNumber? NumberAt(string text, int at, string language)
    {
        if (WrittenNumber.DigitAt(text, at) >= 0) return WrittenNumber.Read(text, at);
        if (!char.IsLetter(text[at])) return null;
        if (Scripts.IsUnspaced(text[at])) return IdeographicNumberAt(text, at);
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '-')) return null;
        if (language == "es" && ThousandAt(text, at) is { } thousand) return thousand;
        return NumberWords.At(text, at, language) is var (value, end) ? WrittenNumber.Of(value, end) : null;
    }

    /// <summary>"Mil 500 millones": one thousand five hundred of them.</summary>
    private static WrittenNumber? ThousandAt(string text, int at)
    {
        const string thousand = "mil ";
        if (string.Compare(text, at, thousand, 0, thousand.Length, StringComparison.OrdinalIgnoreCase) != 0 || WrittenNumber.DigitAt(text, at + thousand.Length) < 0) return null;
        var rest = WrittenNumber.Read(text, at + thousand.Length);
        return rest is { Separators.Length: 0, Head: 3 } ? WrittenNumber.Of(1_000 + (int)rest.Value("es", 1), rest.End) : null;
    }

    /// <summary>One numeral before units of ten thousand and more; of several (十三亿, 一亿五千万) none is read.</summary>
    private static WrittenNumber? IdeographicNumberAt(string text, int at)
    {
        if (AmountWords.IdeographicDigit(text[at]) is not (> 0 and var digit) || (at > 0 && IsNumeral(text[at - 1]))) return null;
        var end = at + 1;
        while (end < text.Length && end - at <= MaxIdeographs && AmountWords.IdeographicMultiplier(text[end]) > 0) end++;
        return end > at + 1 && !(end < text.Length && IsNumeral(text[end])) ? WrittenNumber.Of(digit, at + 1) : null;

        bool IsNumeral(char c) => AmountWords.IdeographicDigit(c) > 0 || AmountWords.IdeographicMultiplier(c) > 0 || char.IsDigit(c);
    }

    private static ReadSum? Read(string text, WrittenNumber number, string language, string? prefix)
    {
        var (value, multiplier, end) = Multiplied(text, number, language, prefix is not null);
        if (Percent(text, end)) return null;
        var suffix = SuffixAt(text, end, language, prefix is not null);
        // "1.75 million in bitcoin" is money, and no number of coins.
        if (prefix is null && multiplier >= Million && AmountWords.IsAs(WordAt(text, end, out _)) && suffix is { Token: true }) return new(value, multiplier, null, false, end);
        if (suffix is { } named && (prefix is null || named.Unit == prefix)) return new(value, multiplier, named.Unit, named.Token, named.End);
        if (prefix is not null) return new(value, multiplier, prefix, false, end);
        var unit = language switch { "ko" => "KRW", "ja" => "JPY", _ => null };
        var ideographic = end > number.End && AmountWords.IdeographicMultiplier(text[end - 1]) > 0;
        if (ideographic) return multiplier >= Million && unit is not null && !IsCounted(text, end) ? new(value, multiplier, unit, false, end) : null;
        return multiplier >= Million && EndsPhrase(text, end) ? new(value, multiplier, null, false, end) : null;
    }

    private static (decimal Value, decimal Multiplier, int End) Multiplied(string text, WrittenNumber number, string language, bool priced)
    {
        var (value, thousands) = (0m, 0m);
        var highest = 1m;
        var end = number.End;
        while (IdeographicMultiplierAt(text, end) is var (multiplier, after) && multiplier > 1)
        {
            var part = number.Value(language, multiplier) * multiplier;
            // "4천100만": four thousand and one hundred of ten thousand each.
            if (multiplier < Myriad) thousands += part;
            else (value, thousands) = (value + part + (thousands * MyriadOf(multiplier)), 0);
            if (value > MaxValue) return (value, multiplier, after);
            highest = Math.Max(highest, multiplier);
            end = after;
            var following = after < text.Length && text[after] == ' ' ? after + 1 : after;
            if (WrittenNumber.DigitAt(text, following) < 0) return (value + thousands, highest, end);
            number = WrittenNumber.Read(text, following);
            if (IdeographicMultiplierAt(text, number.End).Multiplier <= 1)
            {
                // "34만2000": what is below the last unit; a number after a space is another one.
                return following == after && number.Value(language, 1) is var rest && rest < multiplier ? (value + thousands + rest, highest, number.End) : (value + thousands, highest, end);
            }

            end = number.End;
        }

        if (highest > 1) return (value + thousands, highest, end);
        var total = 1m;
        for (var words = 0; words < 2 && WordAt(text, end, out var from) is { Length: > 0 } read; words++)
        {
            var (word, spaced) = (read, from > end);
            // "610-Millionen-Dollar-Hack".
            if (word.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && AmountWords.Multiplier(word.AsSpan(0, hyphen), language) is not null) word = word[..hyphen];
            if (AmountWords.Multiplier(word, language) is not { } one || (word.Length == 1 && spaced && !priced && !HasSymbol(text, from + 1, language)) || total * one > MaxValue) break;
            total *= one;
            end = from + word.Length;
            // An abbreviation's point belongs to it: "280 Mio. Euro", "30 mil. dollars".
            if (end + 1 < text.Length && text[end] == '.' && text[end + 1] == ' ' && (word.Length is 2 or 3 || word == "mill")) end++;
        }

        return (number.Value(language, total) * total, total, end);
    }

    /// <summary>The step that a unit counts in: of 백만 and 천만 that of 만.</summary>
    private static decimal MyriadOf(decimal multiplier)
    {
        var step = Myriad;
        while (step * Myriad <= multiplier) step *= Myriad;
        return step;
    }

    /// <summary>"41,5 M$": a lone letter counts where a currency follows it at once.</summary>
    private static bool HasSymbol(string text, int at, string language) => at < text.Length && AmountWords.Sign(text[at], language) is not null;

    private static (decimal Multiplier, int End) IdeographicMultiplierAt(string text, int at)
    {
        if (at + 1 < text.Length && text[at] == ' ' && AmountWords.IdeographicMultiplier(text[at + 1]) >= 10_000) at++;
        return AmountWords.IdeographicMultiplierAt(text, at);
    }

    private static (string Unit, bool Token, int End)? SuffixAt(string text, int at, string language, bool priced)
    {
        var end = at;
        // "445억여 원", "1.2亿多美元", "85万枚比特币".
        if (end < text.Length && (AmountWords.IsAbout(text[end]) || AmountWords.IsPiece(text[end]))) end++;
        if (end < text.Length && text[end] is ' ' or '\u00A0' or '\u202F') end++;
        if (end < text.Length && AmountWords.IsPiece(text[end])) end++;
        if (end >= text.Length) return null;
        if (AmountWords.UnspacedUnit(text, end) is { } ideographic) return (ideographic.Unit, ideographic.Token, end + ideographic.Length);
        if (!priced && AmountWords.Sign(text[end], language) is { } symbol && !(end + 1 < text.Length && WrittenNumber.DigitAt(text, end + 1) >= 0)) return (symbol, false, end + 1);
        string? dollar = null;
        for (var words = 0; words <= MaxFillers; words++)
        {
            if (string.CompareOrdinal(text, end, "U.S. ", 0, 5) == 0) end += 5;
            var word = WordAt(text, end, out var from);
            if (word.Length == 0) return null;
            if (word.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && AmountWords.Unit(text.AsSpan(from, hyphen)) is not null) word = word[..hyphen];
            if (AmountWords.Unit(text.AsSpan(from, word.Length)) is { } unit) return unit.Unit == "USD" ? DollarAt(text, from + word.Length, dollar) : (unit.Unit, unit.Token, from + word.Length);
            dollar ??= AmountWords.Dollar(word);
            if (dollar is null && !AmountWords.IsBetween(word)) return null;
            end = from + word.Length;
            if (end < text.Length && text[end] is '\'' or '\u2019') end++;
        }

        return null;
    }

    /// <summary>"Australian dollars", "dollars canadiens".</summary>
    private static (string Unit, bool Token, int End) DollarAt(string text, int end, string? named)
    {
        if (named is not null) return (named, false, end);
        var next = WordAt(text, end, out var from);
        return next.Length > 0 && AmountWords.Dollar(next) is { } after ? (after, false, from + next.Length) : ("USD", false, end);
    }

    /// <summary>"$", "US$", "KRW ", "Rs. " before the number.</summary>
    private static (string? Unit, int From) UnitBefore(string text, int start, string language)
    {
        var at = start;
        if (at > 0 && text[at - 1] is ' ' or '\u00A0' or '\u202F') at--;
        if (at > 0 && AmountWords.Sign(text[at - 1], language) is { } symbol)
        {
            var letters = at - 1;
            while (letters > 0 && at - letters <= 2 && char.IsAsciiLetterUpper(text[letters - 1])) letters--;
            return text[letters..(at - 1)] switch
            {
                "US" or "U" => ("USD", letters),
                "A" or "AU" => ("AUD", letters),
                "C" or "CA" => ("CAD", letters),
                "HK" => ("HKD", letters),
                "NT" => ("TWD", letters),
                "NZ" => ("NZD", letters),
                "S" => ("SGD", letters),
                "R" => ("BRL", letters),
                _ => (symbol, at - 1),
            };
        }

        if (at > 0 && text[at - 1] == '.') at--;
        var from = at;
        while (from > 0 && at - from <= 3 && char.IsAsciiLetter(text[from - 1])) from--;
        var code = text[from..at];
        if (code is "Rs") return ("INR", from);
        return code.Length == 3 && code.All(char.IsAsciiLetterUpper) && AmountWords.Unit(code) is { Token: false } unit ? (unit.Unit, from) : (null, start);
    }

    private static bool MayStart(string text, int start) =>
        start == 0 || (!char.IsAsciiLetter(text[start - 1]) && text[start - 1] is not ('^' or '#' or '.' or ',' or '_' or '/'));

    /// <summary>"$30. 6 million": some publishers' feeds put a space after every full stop.</summary>
    private static WrittenNumber Mended(string text, WrittenNumber number, string language)
    {
        var at = number.End;
        if (number.Separators.Length > 0 || number.Head > 3 || at + 2 >= text.Length || text[at] != '.' || text[at + 1] != ' ' || WrittenNumber.DigitAt(text, at + 2) < 0) return number;
        var rest = WrittenNumber.Read(text, at + 2);
        return rest is { Separators.Length: 0, Head: <= 2 } && AmountWords.Multiplier(WordAt(text, rest.End, out _), language) is not null
            ? new(number.Digits + rest.Digits, ".", number.Head, rest.Head, rest.End)
            : number;
    }

    /// <summary>The word at this place or one space on, lower case; empty where there is none or it is no word of a sum.</summary>
    internal static string WordAt(string text, int at, out int from)
    {
        from = at;
        if (from < text.Length && text[from] is ' ' or '\u00A0' or '\u202F' or '-') from++;
        var end = from;
        // Ideographs, kana and Hangul follow without a space: "4502.9BTCが".
        while (end < text.Length && end - from <= MaxWord && (end == from || !Scripts.IsUnspaced(text[end]) || Scripts.IsUnspaced(text[from])) && (char.IsLetter(text[end]) || (text[end] == '-' && end > from && end + 1 < text.Length && char.IsLetter(text[end + 1])))) end++;
        return end - from > MaxWord ? "" : text[from..end].ToLowerInvariant();
    }

    private static bool Percent(string text, int at) => at < text.Length && (text[at] is '%' or '\uFF05' || (text[at] is ' ' or '\u00A0' && at + 1 < text.Length && text[at + 1] == '%'));

    /// <summary>People, accounts or things rather than money.</summary>
    private static bool IsCounted(string text, int at)
    {
        var next = at < text.Length && text[at] == ' ' ? at + 1 : at;
        return next < text.Length && AmountWords.IsCounted(text[next]);
    }

    /// <summary>No noun follows that would say what is counted.</summary>
    private static bool EndsPhrase(string text, int at)
    {
        if (at >= text.Length || (char.IsPunctuation(text[at]) && text[at] != '-')) return true;
        return WordAt(text, at, out _) is var word && (word.Length == 0 || AmountWords.Follows(word));
    }
}
