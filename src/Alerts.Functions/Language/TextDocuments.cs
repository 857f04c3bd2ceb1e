using System.Globalization;
using Alerts.Core.Matching;

namespace Alerts.Functions.Language;

/// <summary>Cuts texts into documents at the ends of paragraphs, else of words, else of characters as a reader sees them.</summary>
public static class TextDocuments
{
    /// <summary>News says first what happened: of a longer text only the first ten thousand characters are asked about.</summary>
    public const int PerText = 2;

    /// <summary>A paragraph's end is taken if it leaves a document at least half full.</summary>
    private const int LeastElements = ServiceLimits.ElementsPerDocument / 2;

    /// <param name="index">Of the text among those of the call; it makes the documents' ids.</param>
    public static IEnumerable<TextDocument> Of(TextToEnrich text, int index)
    {
        ArgumentNullException.ThrowIfNull(text);
        var starts = StringInfo.ParseCombiningCharacters(text.Text);
        for (int part = 0, from = 0; part < PerText && from < starts.Length; part++)
        {
            var to = End(text.Text, starts, from);
            var start = starts[from];
            var end = to < starts.Length ? starts[to] : text.Text.Length;
            if (!text.Text.AsSpan(start, end - start).IsWhiteSpace())
                yield return new TextDocument(string.Create(CultureInfo.InvariantCulture, $"{index}-{part}"), text.Text[start..end], start, to - from, text.Language);

            from = to;
        }
    }

    /// <summary>The element after the last one of the document that begins at element <paramref name="from"/>.</summary>
    private static int End(string text, int[] starts, int from)
    {
        var full = from + ServiceLimits.ElementsPerDocument;
        if (full >= starts.Length)
            return starts.Length;

        return LastAfter(character => character is '\n' or '\r') ?? LastAfter(char.IsWhiteSpace) ?? full;

        int? LastAfter(Func<char, bool> isBreak)
        {
            for (var element = full - 1; element >= from + LeastElements; element--)
            {
                if (isBreak(text[starts[element]]))
                    return element + 1;
            }

            return null;
        }
    }
}
