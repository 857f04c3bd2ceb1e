using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Matching;

/// <summary>
/// Tells a count over a year or a part of it from the news of one theft: a headline with a period and no victim ("stole $1.3 billion in 2024",
/// "올해 20억 달러 탈취"), whatever thefts the text then names as examples, above a text that names who counted.
/// </summary>
internal static partial class PeriodTotals
{
    private const int Lead = 400;

    public static bool IsIn(ArticleReading reading)
    {
        var title = reading.Mentions.Where(mention => mention.Field == ArticleField.Title).ToList();
        if (title.Exists(mention => mention.Kind == Kinds.Victim) || OneOfThem().IsMatch(reading.Article.Title)) return false;
        if (title.Exists(mention => mention.Kind == Kinds.Amount) && OfMonth().IsMatch(reading.Article.Title)) return true;
        if (TellsWho(title)) return WrittenYears.In(reading.Article.Title).Any() || Period().IsMatch(reading.Article.Title);
        return reading.Mentions.Any(mention => mention.Kind == Kinds.Analyst && (mention.Field == ArticleField.Title || mention.Start < Lead)) && Period().IsMatch(reading.Article.Title);
    }

    /// <summary>"Nordkorea stiehlt 2025 zwei Milliarden Dollar": a state or a group, and a sum.</summary>
    private static bool TellsWho(List<Mention> title) =>
        title.Exists(mention => mention.Kind == Kinds.Amount) && title.Exists(mention => mention.Kind is Kinds.State or Kinds.Actor && mention.Concept != "hacker");

    /// <summary>The year counted, where the headline names one or says "this year"; null where it leaves it open.</summary>
    public static string? YearOf(ArticleReading reading)
    {
        var named = WrittenYears.In(reading.Article.Title).FirstOrDefault();
        if (named == 0 && reading.Article.PublishedAt is { } date && ThisYear().IsMatch(reading.Article.Title)) named = date.Year;
        return named == 0 ? null : named.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\b(?:in|during|throughout|over|for|im Jahr|en|durante|nel|em|за|в)\s20[12]\d\b|20[12]\d\s?(?:년|年|год)|\b(?:this|last)\syear\b|\b(?:first|second)\s(?:half|quarter)\b|\b[HQ][1-4]\b|year[\s-]to[\s-]date|\b(?:since|seit|depuis|desde|dal|с)\s20[12]\d\b|\b(?:in|over|within|en|em|за)\s(?:(?:the\s)?(?:past|last)\s|nur\s|den letzten\s|последние\s)?(?:two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|deux|trois|quatre|cinq|six|dos|tres|cuatro|cinco|seis|два|три|четыре|пять|шесть|\d{1,2})\s(?:years|Jahren?|ans|años|anos|anni|год[а]?|лет)\b|\bза год\b|l['’]an(?:née)? dernière?|l['’]an passé|letztes Jahr|im Vorjahr|el año pasado|no ano passado|l['’]anno scorso|в прошлом году|20[12]\d年以[来來]|\d{1,2}年間で|\d{1,2}년간|\bdieses Jahr|\bim (?:ersten|zweiten) (?:Halbjahr|Quartal)|\bcette année|\bau (?:premier|deuxième) (?:semestre|trimestre)|\beste año|\b(?:primer|segundo) (?:semestre|trimestre)|\bquest['’]anno|с начала года|в этом году|полугоди|квартал|올해|지난해|작년|상반기|하반기|분기|今年|昨年|去年|上半[年期]|下半[年期]|四半期|季度|窃取額|盗難額|被害総額|탈취액|피해 총액|被盗总额", RegexOptions.IgnoreCase)]
    private static partial Regex Period();

    /// <summary>"Hacks soar in November", "11월 해킹 피해액": what befell many in one month.</summary>
    [GeneratedRegex(@"\b(?:losses|hacks|exploits|heists|thefts|Verluste|Diebstähle|pertes|piratages|pérdidas|robos|hackeos|perdite|furti|perdas|roubos|потер[иь]|взломов|краж)\b.{0,32}\b(?:in|im|en|em|a|ad|в|за)\s(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|январ[еь]|феврал[еь]|март[е]?|апрел[еь]|ма[ей]|июн[еь]|июл[еь]|август[е]?|сентябр[еь]|октябр[еь]|ноябр[еь]|декабр[еь])\b|(?<!\d)1?\d월(?:달|의)?\s.{0,16}(?:피해액|피해 규모)|(?<!\d)1?\d月の.{0,12}被害(?:総)?額|(?<!\d)1?\d月.{0,12}(?:损失|損失)总?總?额?", RegexOptions.IgnoreCase)]
    private static partial Regex OfMonth();

    [GeneratedRegex(@"\bthis\syear\b|dieses Jahr|cette année|este año|quest['’]anno|в этом году|с начала года|올해|今年", RegexOptions.IgnoreCase)]
    private static partial Regex ThisYear();

    /// <summary>"The largest hack this year": one theft, however it is ranked.</summary>
    [GeneratedRegex(@"(?:biggest|largest|worst|größte[rns]?|mayor|plus (?:grand|gros)e?|più grande|maior|крупнейш\w+)\s(?:\p{L}+\s){0,2}(?:hack|heist|theft|exploit|breach|attack|Raub|robo|hackeo|vol|piratage|furto|roubo|взлом|кража|атака)(?!s)", RegexOptions.IgnoreCase)]
    private static partial Regex OneOfThem();
}
