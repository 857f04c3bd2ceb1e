using System.Text.RegularExpressions;
using Alerts.Core.Matching;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>
/// Corrects the kind of news by whom it is about: "the largest of the year" makes no retrospective of one victim's loss, and a headline
/// that asks why or how, with neither victim nor sum, explains and reports nothing.
/// </summary>
internal static partial class EventKind
{
    public static NewsKind Of(ArticleReading reading, string? victim, int victims, Amount? amount)
    {
        var kind = reading.Matched.First().Kind;
        var title = reading.Mentions.Where(mention => mention.Field == ArticleField.Title).ToList();
        var names = title.Exists(mention => mention.Kind is Knowledge.Kinds.Victim or Knowledge.Kinds.Amount);
        var looksBack = title.Exists(mention => mention.Concept == "look-back");
        if (kind is NewsKind.Retrospective or NewsKind.RoundUp && victim is not null && amount is not null && (names || victims == 1 || Ranks().IsMatch(reading.Article.Title) || OneOfThem().IsMatch(reading.Article.Title))
            && (!looksBack || FirstOfItsKind().IsMatch(reading.Article.Title)) && !Explains().IsMatch(reading.Article.Title)) return NewsKind.NewEvent;
        return kind is NewsKind.NewEvent or NewsKind.FollowUp && !names && Asks().IsMatch(reading.Article.Title) ? NewsKind.Opinion : kind;
    }

    [GeneratedRegex("^(?:why|how|what|por qué|cómo|qué|pourquoi|comment|warum|wieso|wie|почему|как|perché|come|por que|왜|어떻게|なぜ)\\b|为何|为什么|如何|為何|왜 |なぜ|とは$|란\\?+$", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    /// <summary>"One of the largest exchanges": the venue is ranked, not the theft.</summary>
    [GeneratedRegex("\\b(?:one of (?:the )?(?:world[’']s )?(?:largest|biggest)|eine[rs]? der (?:welt)?(?:größten|grössten)|l[’']une des plus (?:grandes|grosses)|una de las (?:mayores|principales)|una delle (?:maggiori|più grandi)|uma das maiores|одн[аоуи]й? из крупнейших)\\s(?:\\p{L}+[\\s-]){0,3}(?:exchanges|platforms|bourses|Börsen|Kryptobörsen|Handelsplattformen|plateformes|plataformas|piattaforme|corretoras|бирж|криптобирж)", RegexOptions.IgnoreCase)]
    private static partial Regex Ranks();

    /// <summary>"The largest hack ever": one theft, however it is ranked.</summary>
    [GeneratedRegex("(?:사상|역대)\\s?최대(?:\\s?규모)?의?\\s(?:\\S+\\s)?(?:해킹|탈취|도난)|(?:史上|過去)最大(?:規模)?の\\S{0,8}(?:流出|盗難|ハッキング)|史上最大(?:规模|規模)?\\S{0,8}(?:盗|黑客|駭客|失窃|失竊)")]
    private static partial Regex OneOfThem();

    /// <summary>"국내 첫 사례", "a first in the country".</summary>
    [GeneratedRegex("첫 사례|初の事例|国内初|国内首例|國內首例|首例")]
    private static partial Regex FirstOfItsKind();

    [GeneratedRegex("剖析|解析|盘点|总结|警示|解説|まとめ|정리|уроки|lessons|lecciones|leçons", RegexOptions.IgnoreCase)]
    private static partial Regex Explains();
}
