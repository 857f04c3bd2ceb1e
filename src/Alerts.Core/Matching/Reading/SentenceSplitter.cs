using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Reading;

/// <summary>
/// Cuts a text into paragraphs (at line feeds) and sentences, in scripts with and without spaces. One pass. Errs on the side of long
/// sentences: "U. S. Treasury", "44. 5 billion won" and "1,5 Mrd. Dollar" are not cut.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>Text without any mark is cut here, between words, so that "in one sentence" keeps a meaning.</summary>
    private const int MaxLength = 600;

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
            else if (field != ArticleField.Title && (SentenceMarks.EndsAt(text, at) || (at - start >= MaxLength && IsCut(c))))
            {
                var end = at + 1;
                while (end < text.Length && SentenceMarks.IsCloser(text[end])) end++;
                Add(text, field, start, end, paragraph, sentences);
                start = end;
                at = end - 1;
            }
        }

        Add(text, field, start, text.Length, paragraph, sentences);
    }

    // Scripts without spaces are cut behind any of their characters.
    private static bool IsCut(char c) => c == ' ' || (Scripts.IsUnspaced(c) && !char.IsSurrogate(c));

    private static void Add(string text, ArticleField field, int start, int end, int paragraph, List<Sentence> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(new(field, start, end, paragraph));
    }
}
