using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Matching.Deciding;

/// <summary>
/// Marks sentences that belong to the page and not to the story: sponsor lines, disclaimers, lists of other articles, navigation. The
/// phrases are knowledge (concepts boilerplate, disclaimer, list-heading); the shapes are here.
/// </summary>
internal sealed class BoilerplateFilter(KnowledgeBase knowledge)
{
    private const int LongParagraph = 200;
    private const int HeadingLength = 40;

    private readonly int _boilerplate = knowledge.IndexOf("boilerplate") ?? -1;
    private readonly int _disclaimer = knowledge.IndexOf("disclaimer") ?? -1;
    private readonly int _heading = knowledge.IndexOf("list-heading") ?? -1;

    /// <param name="mentions">In order of sentence.</param>
    /// <param name="text">The article's text, in which all sentences lie that may be a line of a list.</param>
    /// <returns>For each sentence whether it is boilerplate.</returns>
    public bool[] Mark(List<Sentence> sentences, List<FoundMention> mentions, string text)
    {
        var marked = new bool[sentences.Count];
        // Where the last paragraph behind a disclaimer, and the last list below a heading, ended: a second one inside adds nothing.
        var (disclaimed, listed) = (0, 0);
        foreach (var mention in mentions)
        {
            var sentence = sentences[mention.Sentence];
            if (sentence.Field == ArticleField.Title) continue;
            if (mention.Entry == _boilerplate)
            {
                marked[mention.Sentence] = true;
            }
            else if (mention.Entry == _disclaimer && mention.Sentence >= disclaimed)
            {
                for (disclaimed = mention.Sentence; disclaimed < sentences.Count && sentences[disclaimed].Paragraph == sentence.Paragraph && sentences[disclaimed].Field == sentence.Field; disclaimed++) marked[disclaimed] = true;
            }
            else if (mention.Entry == _heading && mention.Sentence >= listed && sentence.End - sentence.Start <= Math.Max(HeadingLength, mention.Length * 2) && IsAlone(sentences, mention.Sentence))
            {
                marked[mention.Sentence] = true;
                for (listed = mention.Sentence + 1; listed < sentences.Count && IsListed(sentences, listed, text); listed++) marked[listed] = true;
            }
        }

        MarkNavigation(sentences, text, marked);
        return marked;
    }

    private static bool IsAlone(List<Sentence> sentences, int at) =>
        (at == 0 || sentences[at - 1].Paragraph != sentences[at].Paragraph || sentences[at - 1].Field != sentences[at].Field)
        && (at + 1 == sentences.Count || sentences[at + 1].Paragraph != sentences[at].Paragraph);

    private static bool IsListed(List<Sentence> sentences, int at, string text) =>
        IsAlone(sentences, at) && sentences[at].End - sentences[at].Start < LongParagraph && !EndsAsSentence(text, sentences[at]);

    /// <summary>Short lines without a verb's company: no full stop and none of the commonest words, on a page that has real paragraphs.</summary>
    private static void MarkNavigation(List<Sentence> sentences, string text, bool[] marked)
    {
        var hasLong = false;
        foreach (var sentence in sentences) hasLong |= sentence.Field == ArticleField.Text && sentence.End - sentence.Start >= LongParagraph;
        if (!hasLong) return;
        for (var at = 0; at < sentences.Count; at++)
        {
            var sentence = sentences[at];
            if (sentence.Field != ArticleField.Text || sentence.End - sentence.Start > LongParagraph || !IsAlone(sentences, at) || EndsAsSentence(text, sentence)) continue;
            if (!HasStopWord(text.AsSpan(sentence.Start, sentence.End - sentence.Start))) marked[at] = true;
        }
    }

    /// <summary>A line that ends with a colon introduces what follows.</summary>
    private static bool EndsAsSentence(string text, Sentence sentence) =>
        text[sentence.End - 1] is ':' or '：' || SentenceMarks.IsEnd(text[sentence.End - 1]) || SentenceMarks.IsCloser(text[sentence.End - 1]);

    private static bool HasStopWord(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < line.Length;)
        {
            var start = at;
            while (at < line.Length && char.IsLetter(line[at])) at++;
            // Scripts without spaces show no common words: let them stand.
            if (at > start && (Scripts.IsUnspaced(line[start]) || StopWords.Contains(line[start..at]))) return true;
            if (at == start) at++;
        }

        return false;
    }
}
