using System.Collections.Frozen;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// Cuts a text into paragraphs (at line feeds) and sentences, in scripts with and without spaces. One pass. Errs on the side of long
/// sentences: "U. S. Treasury", "44. 5 billion won" and "1,5 Mrd. Dollar" are not cut.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>Text without any mark is cut here, between words, so that "in one sentence" keeps a meaning.</summary>
    private const int MaxLength = 600;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_abbreviations =
        ("mr mrs ms dr st no vs inc ltd co corp approx mio mrd mln bln mil bn tsd ca bzw usw gen sen rep gov lt col prof jr sr " +
         "jan feb mar apr jun jul aug sep sept oct nov dec etc al fig ed est ee uu u s n d млн млрд тыс долл руб им ул стр гг см др sra dra art núm pp min max")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static void Split(string text, ArticleField field, List<Sentence> sentences)
    {
        var paragraph = field == ArticleField.Text ? 1 : 0;
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n')
            {
                Add(text, field, start, at, paragraph, sentences);
                start = at + 1;
                if (field == ArticleField.Text) paragraph++;
            }
            else if (field != ArticleField.Title && (EndsHere(text, start, at, c) || (at - start >= MaxLength && IsCut(c))))
            {
                var end = at + 1;
                while (end < text.Length && IsCloser(text[end])) end++;
                Add(text, field, start, end, paragraph, sentences);
                start = end;
                at = end - 1;
            }
        }

        Add(text, field, start, text.Length, paragraph, sentences);
    }

    // Scripts without spaces are cut behind any of their characters.
    private static bool IsCut(char c) => c == ' ' || c is >= '\u2E80' and < '\uD800';

    private static bool EndsHere(string text, int start, int at, char c)
    {
        if (c is '。' or '！' or '？' or '｡' or '؟' or '।') return true;
        if (c is not ('.' or '!' or '?' or '…')) return false;
        var next = at + 1;
        while (next < text.Length && IsCloser(text[next])) next++;
        if (next >= text.Length) return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        if (c != '.') return true;
        var after = next + 1;
        while (after < text.Length && char.IsWhiteSpace(text[after]) && text[after] != '\n') after++;
        if (after < text.Length && (char.IsLower(text[after]) || (char.IsDigit(text[after]) && at > start && char.IsDigit(text[at - 1])))) return false;
        return !IsAbbreviation(text.AsSpan(start, at - start));
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before.Length;
        while (word > 0 && char.IsLetter(before[word - 1])) word--;
        var last = before[word..];
        // One letter of an alphabet is an initial; one ideograph is a word.
        return last.Length > 0 && ((last.Length == 1 && last[0] < '\u1100') || s_abbreviations.Contains(last));
    }

    private static bool IsCloser(char c) => c is '"' or '”' or '’' or '»' or ')' or '」' or '』' or '）' or '\'' or ']';

    private static void Add(string text, ArticleField field, int start, int end, int paragraph, List<Sentence> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(new(field, start, end, paragraph));
    }
}
