using System.Collections.Frozen;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// "Two billion dollars", "sei milioni di dollari", "half a million": numbers of one word, as headlines have them (<c>Matching/Data/numbers.json</c>). A number
/// of several ("thirty-five", "two and a half", "deux cent") is not worked out, and its last word alone is none: better no sum than a wrong one.
/// </summary>
internal static class NumberWords
{
    /// <summary>Characters of the longest word looked at.</summary>
    private const int Reach = 14;

    private static readonly NumberFile s_file = EmbeddedData.Json<NumberFile>("Matching/numbers.json");

    private static readonly FrozenDictionary<string, FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>>> s_numbers =
        s_file.Numbers.ToFrozenDictionary(language => language.Key, language => language.Value.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>(), StringComparer.Ordinal);

    /// <summary>What makes of the next word a part of a longer number, or of a fraction.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_parts = s_file.Parts.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>Null for other words, and for one that goes on a number.</returns>
    /// <param name="at">Where a word begins.</param>
    public static (decimal Value, int End)? At(ReadOnlySpan<char> text, int at, string language)
    {
        if (!s_numbers.TryGetValue(language, out var numbers)) return null;
        var end = at;
        while (end < text.Length && end - at < Reach && char.IsLetter(text[end])) end++;
        Span<char> word = stackalloc char[Reach];
        var length = text[at..end].ToLowerInvariant(word);
        if (!numbers.TryGetValue(word[..length], out var value) || IsPart(text, at, numbers, value)) return null;
        return (value, value < 1 ? AfterArticle(text, end) : end);
    }

    /// <summary>The number that ends right before a place, in a word or in digits; null where none does.</summary>
    public static int? EndingAt(ReadOnlySpan<char> text, int end, string language)
    {
        var from = end;
        while (from > 0 && end - from < Reach && char.IsLetterOrDigit(text[from - 1])) from--;
        if (from == end) return null;
        if (int.TryParse(text[from..end], out var digits)) return digits;
        return At(text, from, language) is var (value, wordEnd) && wordEnd == end && value == decimal.Truncate(value) ? (int)value : null;
    }

    /// <summary>"Half a million".</summary>
    private static int AfterArticle(ReadOnlySpan<char> text, int end) => text[end..] is [' ', 'a', ' ' or '-', ..] ? end + 2 : end;

    private static bool IsPart(ReadOnlySpan<char> text, int at, FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> numbers, decimal value)
    {
        var end = at;
        while (end > 0 && at - end < 2 && text[end - 1] is ' ' or '-' or '\u00A0') end--;
        var from = end;
        while (from > 0 && end - from < Reach && char.IsLetter(text[from - 1])) from--;
        Span<char> word = stackalloc char[Reach];
        var before = word[..text[from..end].ToLowerInvariant(word)];
        // "Eine halbe Million", "un demi-million"; of "a half" nobody knows whether "two and" stands before it.
        if (value < 1 && numbers.TryGetValue(before, out var one) && one == 1) return false;
        return s_parts.Contains(before) || numbers.ContainsKey(before) || (value < 1 && before is "a") || (end > 0 && char.IsAsciiDigit(text[end - 1]) && !IsYear(text, end));
    }

    /// <summary>"2025 zwei Milliarden Dollar".</summary>
    private static bool IsYear(ReadOnlySpan<char> text, int end) =>
        end >= 4 && text[(end - 4)..end] is ['2', '0', >= '0' and <= '9', >= '0' and <= '9'] && !(end > 4 && (char.IsAsciiDigit(text[end - 5]) || WrittenDigits.SeparatorOf(text[end - 5]) is not null && text[end - 5] != ' '));

    private sealed record NumberFile(Dictionary<string, Dictionary<string, decimal>> Numbers, IReadOnlyList<string> Parts);
}
