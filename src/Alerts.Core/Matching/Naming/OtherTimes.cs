using System.Text.RegularExpressions;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Matching.Naming;

/// <summary>Sentences that tell of another theft at another time: "It follows last week's hack of X", "X lost $530 million in 2018".</summary>
internal static partial class OtherTimes
{
    private const int Longest = 600;
    private const int Rest = 60;

    private static readonly string[] s_earlier = [NameCues.Earlier, NameCues.LastYear, NameCues.SinceIt];

    /// <param name="own">Mentions of those whose news it is; in an undated text a year beside one of them tells when that was.</param>
    public static bool IsIn(NameSurroundings around, Mention mention, IReadOnlyList<Mention> own)
    {
        var article = around.Article;
        if (mention.Field != ArticleField.Text || mention.Start >= article.Text.Length) return false;
        var (from, sentence) = SentenceAt(article.Text, mention.Start);
        var to = from + sentence.Length;
        // "After the hack of X last week, the bank Y lost …": X introduces the news of Y.
        if (PreludeEnd(around, from, sentence) is { } told)
        {
            if (mention.Start < told) return true;
            sentence = sentence[(told - from)..];
        }

        if (HasEarlier(around, to - sentence.Length, to) || IsExample(around, mention) || IsPredecessor(around, mention, from)) return true;
        if (article.PublishedAt is null && own.Any(other => other.Field == ArticleField.Text && other.Start >= from && other.Start < to)) return false;
        return WrittenYears.In(sentence).Any(year => year < (article.PublishedAt ?? article.FirstSeenAt).Year);
    }

    /// <summary>"Exchanges such as X": an example for the news.</summary>
    public static bool IsExample(NameSurroundings around, Mention mention)
    {
        var text = around.Article.Text;
        if (mention.Field != ArticleField.Text || mention.Start >= text.Length) return false;
        return around.In(ArticleField.Text, SentenceAt(text, mention.Start).From, mention.Start, NameCues.Example).Any(cue => Names().IsMatch(text[cue.End..mention.Start]));
    }

    /// <summary>"The latest heist in Japan after X and Y.": those before it.</summary>
    private static bool IsPredecessor(NameSurroundings around, Mention mention, int from)
    {
        var text = around.Article.Text;
        return RestOfNames().IsMatch(text[Math.Min(mention.End, text.Length)..Math.Min(text.Length, mention.End + Rest)])
            && around.In(ArticleField.Text, from, mention.Start, NameCues.After).Any(cue => Names().IsMatch(text[cue.End..mention.Start]));
    }

    private static bool HasEarlier(NameSurroundings around, int from, int to) =>
        s_earlier.Any(cue => around.In(ArticleField.Text, from, to, cue).Any());

    /// <summary>Where what comes after "A week after the hack of X," begins; null where the sentence begins otherwise.</summary>
    private static int? PreludeEnd(NameSurroundings around, int from, string sentence)
    {
        var comma = sentence.IndexOf(',', StringComparison.Ordinal);
        return comma >= 0 && around.In(ArticleField.Text, from, from + comma, NameCues.After).Any(cue => FewWords().IsMatch(sentence[..(cue.Start - from)])) ? from + comma + 1 : null;
    }

    private static (int From, string Sentence) SentenceAt(string text, int at)
    {
        var from = at;
        while (from > 0 && at - from < Longest && !Ends(text, from - 1)) from--;
        var to = at;
        while (to < text.Length && to - at < Longest && !Ends(text, to)) to++;
        return (from, text[from..to]);
    }

    private static bool Ends(string text, int at) => text[at] == '\n' || SentenceMarks.EndsAt(text, at);

    [GeneratedRegex(@"^(?:\s*\p{L}+|\s*\d+){0,3}\s*$")]
    private static partial Regex FewWords();

    /// <summary>The sentence ends with the names.</summary>
    [GeneratedRegex(@"^(?:(?:,?\s(?:and|und|et|y|e|и)|,)\s[\p{Lu}\d][\p{L}\d.]*){0,3}(?:[.;。]|$)")]
    private static partial Regex RestOfNames();

    /// <summary>Nothing but names from "such as" on.</summary>
    [GeneratedRegex(@"^[\s:]+(?:the\s|l['’])?(?:\d{4}\s)?(?:[\p{Lu}\d][\p{L}\d.]*(?:,\s|\s(?:and|und|et|y|e|и)\s|\s)){0,5}$")]
    private static partial Regex Names();
}
