using System.Globalization;
using System.Text;

namespace Alerts.Core.Delivery;

/// <summary>
/// The one place where text that others wrote becomes a line of a mail or message: no control characters (so no header can be
/// injected), no bidirectional overrides (so nothing reads other than it is), white space collapsed, cut at a whole character.
/// </summary>
public static class SafeText
{
    private const char Ellipsis = '…';

    /// <returns>At most <paramref name="maxLength"/> UTF-16 code units on one line.</returns>
    public static string Line(string? text, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        if (string.IsNullOrEmpty(text))
            return "";

        var line = new StringBuilder(Math.Min(text.Length, maxLength + 2));
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSpace(rune))
            {
                space = line.Length > 0;
                continue;
            }

            if (IsUnsafe(rune))
                continue;

            if (space)
                line.Append(' ');
            space = false;
            line.Append(rune.ToString());
            if (line.Length > maxLength)
                return Cut(line.ToString(), maxLength);
        }

        return line.ToString();
    }

    /// <summary>Keeps white space at the ends as one blank: for pieces that are put together again, such as a quote around its alias.</summary>
    public static string Piece(string? text, int maxLength)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        var line = Line(text, maxLength);
        return line.Length == 0 ? (char.IsWhiteSpace(text[0]) ? " " : "")
            : (char.IsWhiteSpace(text[0]) ? " " : "") + line + (char.IsWhiteSpace(text[^1]) && line[^1] != Ellipsis ? " " : "");
    }

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || (Rune.IsControl(rune) && rune.Value is '\t' or '\n' or '\r' or '\v' or '\f');

    /// <summary>
    /// Controls, embeddings and isolates of direction, line separators, tags and lone surrogates. The joiners (U+200C, U+200D)
    /// stay: Persian and emoji need them.
    /// </summary>
    private static bool IsUnsafe(Rune rune) => rune.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;

    private static string Cut(string line, int maxLength)
    {
        var length = 0;
        var elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext() && elements.ElementIndex + elements.GetTextElement().Length <= maxLength - 1)
            length = elements.ElementIndex + elements.GetTextElement().Length;
        return line[..length].TrimEnd() + Ellipsis;
    }
}
