using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Core.Articles;

namespace Alerts.Core.Matching.Naming;

/// <summary>Sentences that tell of another theft at another time: "It follows last week's hack of X", "X lost $530 million in 2018".</summary>
internal static partial class OtherTimes
{
    public static bool IsIn(Article article, Mention mention)
    {
        if (mention.Field != ArticleField.Text || mention.Start >= article.Text.Length) return false;
        var sentence = SentenceAt(article.Text, mention.Start);
        var now = (article.PublishedAt ?? article.FirstSeenAt).Year;
        return Earlier().IsMatch(sentence) || Years().Matches(sentence).Any(year => int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) < now);
    }

    private static string SentenceAt(string text, int at)
    {
        var from = at;
        while (from > 0 && !Ends(text, from - 1)) from--;
        var to = at;
        while (to < text.Length && !Ends(text, to)) to++;
        return text[from..to];
    }

    /// <summary>A full stop inside "$4.2" or "Gate.io" ends nothing.</summary>
    private static bool Ends(string text, int at) => text[at] is '。' or '\n' or '!' or '?' || (text[at] == '.' && (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1])) && !(at > 0 && char.IsUpper(text[at - 1])));

    [GeneratedRegex(@"\b(?:last (?:week|month|year|summer|autumn|fall|winter|spring)|earlier this (?:week|month|year)|(?:weeks?|months?|years?) (?:ago|after|earlier)|in a similar|similar to the|biggest since|on par with|record set by|the year before|l['’](?:année|an) dernière?|le mois dernier|la semaine dernière|par le passé|letztes Jahr|im Vorjahr|letzte Woche|vergangenes Jahr|el año pasado|el mes pasado|la semana pasada|supera los|l['’]anno scorso|il mese scorso|quest['’]anno|simile furto|no ano passado|no mês passado|semana passada|в прошлом (?:году|месяце)|на прошлой неделе|годом ранее)\b|지난해|작년|재작년|지난달|昨年|先月|昨夏|去年|上周|上週|上个月", RegexOptions.IgnoreCase)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"(?<!\d)20[0-3]\d(?!\d)")]
    private static partial Regex Years();
}
