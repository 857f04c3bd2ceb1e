using System.Text.RegularExpressions;
using Alerts.Core.Articles;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Matching.Naming;

/// <summary>Sentences that tell of another theft at another time: "It follows last week's hack of X", "X lost $530 million in 2018".</summary>
internal static partial class OtherTimes
{
    private const int Longest = 600;

    /// <param name="own">Mentions of those whose news it is; in an undated text a year beside one of them tells when that was.</param>
    public static bool IsIn(Article article, Mention mention, IReadOnlyList<Mention> own)
    {
        if (mention.Field != ArticleField.Text || mention.Start >= article.Text.Length) return false;
        var (from, sentence) = SentenceAt(article.Text, mention.Start);
        var to = from + sentence.Length;
        // "After the hack of X last week, the bank Y lost …": X introduces the news of Y.
        if (Prelude().Match(sentence) is { Success: true } prelude)
        {
            if (mention.Start < from + prelude.Length) return true;
            sentence = sentence[prelude.Length..];
        }

        if (Earlier().IsMatch(sentence) || Example().IsMatch(article.Text[from..mention.Start])) return true;
        if (article.PublishedAt is null && own.Any(other => other.Field == ArticleField.Text && other.Start >= from && other.Start < to)) return false;
        return WrittenYears.In(sentence).Any(year => year < (article.PublishedAt ?? article.FirstSeenAt).Year);
    }

    /// <summary>"Exchanges such as X": an example for the news.</summary>
    public static bool IsExample(Article article, Mention mention) =>
        mention.Field == ArticleField.Text && mention.Start < article.Text.Length && Example().IsMatch(article.Text[SentenceAt(article.Text, mention.Start).From..mention.Start]);

    private static (int From, string Sentence) SentenceAt(string text, int at)
    {
        var from = at;
        while (from > 0 && at - from < Longest && !Ends(text, from - 1)) from--;
        var to = at;
        while (to < text.Length && to - at < Longest && !Ends(text, to)) to++;
        return (from, text[from..to]);
    }

    /// <summary>A full stop inside "$4.2" or "Gate.io" ends nothing.</summary>
    private static bool Ends(string text, int at) => text[at] is '。' or '\n' or '!' or '?' || (text[at] == '.' && (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1])) && !(at > 0 && char.IsUpper(text[at - 1])));

    [GeneratedRegex(@"\b(?:last (?:week|month|year|summer|autumn|fall|winter|spring)|earlier this (?:week|month|year)|(?:weeks?|months?|years?) (?:ago|after|earlier)|in a similar|similar to the|biggest since|on par with|record set by|the year before|l['’](?:année|an) dernière?|le mois dernier|la semaine dernière|par le passé|letztes Jahr|im Vorjahr|letzte Woche|vergangenes Jahr|el año pasado|el mes pasado|la semana pasada|supera los|l['’]anno scorso|il mese scorso|quest['’]anno|simile furto|no ano passado|no mês passado|semana passada|(?:na|da) última semana|in der vergangenen Woche|la semaine passée|в прошлом (?:году|месяце)|на прошлой неделе|годом ранее)\b|지난해|작년|재작년|지난달|昨年|先月|昨夏|去年|上周|上週|上个月|以来|以來|달리", RegexOptions.IgnoreCase)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"^\s*(?:(?:just|only|shortly|soon|right|days?|hours|weeks?|months?|an?|one|two|three|\d+|poco|kurz|juste|peu|pouco)\s){0,3}(?:after|following|nach|tras|después de|après|dopo|após|depois d\w|после|вслед за)\s[^,]*,", RegexOptions.IgnoreCase)]
    private static partial Regex Prelude();

    [GeneratedRegex(@"(?:\bsuch as|\bincluding|\be\.g\.|\bfor example|\bfor instance|\bzum Beispiel|\betwa|\bdarunter|\bpar exemple|\bcomme|\bnotamment|\btales? como|\bpor ejemplo|\bcome|\bcomo|\bнапример|\bвключая|\bтакие как|例如|比如|包括|예컨대|예를 들어)[\s:]+(?:the\s|l['’])?(?:\d{4}\s)?(?:[\p{Lu}\d][\p{L}\d.]*(?:,\s|\s(?:and|und|et|y|e|и)\s|\s)){0,5}$", RegexOptions.IgnoreCase)]
    private static partial Regex Example();
}
