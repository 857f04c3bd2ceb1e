using System.Collections.Frozen;
using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// What ends a sentence and what only looks so, for all who ask: marks, the quotes and brackets that close behind them, and abbreviations
/// (<c>abbreviations.txt</c>).
/// </summary>
public static class SentenceMarks
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_abbreviations =
        EmbeddedData.Lines("Matching/abbreviations.txt").SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int s_longestAbbreviation = s_abbreviations.Set.Max(word => word.Length);

    /// <summary>Whether a line that ends so ends as a sentence does: with a mark, or with a quote behind one.</summary>
    public static bool IsEnd(char c) => IsMark(c) || IsClosingQuote(c);

    /// <summary>Closes what a mark may stand in: "He said no." goes on to the second quote.</summary>
    internal static bool IsCloser(char c) => IsClosingQuote(c) || c is ')' or '）' or ']';

    /// <summary>Whether the character at a place ends a sentence. A full stop inside "$4.2" or "Gate.io", or behind an abbreviation, ends nothing.</summary>
    internal static bool EndsAt(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (EndsAnywhere(c)) return true;
        if (!EndsBeforeSpace(c)) return false;
        var next = at + 1;
        while (next < text.Length && IsCloser(text[next])) next++;
        if (next >= text.Length) return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        if (c != '.') return true;
        var after = next + 1;
        while (after < text.Length && char.IsWhiteSpace(text[after]) && text[after] != '\n') after++;
        if (after < text.Length && (char.IsLower(text[after]) || (char.IsDigit(text[after]) && at > 0 && char.IsDigit(text[at - 1])))) return false;
        return !IsAbbreviation(text[..at]);
    }

    private static bool IsMark(char c) => EndsAnywhere(c) || EndsBeforeSpace(c);

    /// <summary>In scripts without spaces, and where a mark means nothing else.</summary>
    private static bool EndsAnywhere(char c) => c is '。' or '！' or '？' or '｡' or '؟' or '।';

    private static bool EndsBeforeSpace(char c) => c is '.' or '!' or '?' or '…';

    private static bool IsClosingQuote(char c) => c is '"' or '”' or '’' or '»' or '」' or '』' or '\'';

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before.Length;
        while (word > 0 && before.Length - word <= s_longestAbbreviation && char.IsLetter(before[word - 1])) word--;
        var last = before[word..];
        // One letter of an alphabet is an initial; one ideograph is a word.
        return last.Length > 0 && ((last.Length == 1 && !Scripts.IsUnspaced(last[0])) || s_abbreviations.Contains(last));
    }
}
