using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Core.Matching.Naming;
using Alerts.Core.Matching.Reading;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>
/// What an article counts, in figures that every language and outlet repeats: "58 cyberattacks", "483 accounts", "four North Koreans", "401,000 ETH". Two
/// texts with the same figures tell the same facts.
/// </summary>
internal static partial class StoryCounts
{
    private const int Lead = 300;
    private const int Max = 8;
    private const int Least = 11;
    private const decimal LeastTokens = 100;

    public static IEnumerable<string> Of(StoryHead head)
    {
        var sums = head.Sums;
        var things = Things().Matches(head.Text).Where(match => !sums.Any(sum => match.Index < sum.Start + sum.Length && sum.Start < match.Index + match.Length))
            .Select(match => WrittenDigits.Whole(match.Groups["count"].ValueSpan) ?? 0).Where(count => count >= Least && count is < 1990 or > 2039)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count} of them"));
        var people = CountedPeople.In(head.Reading, StoryHead.Length).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count} people"));
        var stated = sums.Select(Stated).OfType<string>();
        return stated.Concat(TokensIn(head)).Concat(things).Concat(people).Distinct(StringComparer.Ordinal).Take(Max);
    }

    /// <summary>Every number of tokens in title and head.</summary>
    public static IEnumerable<string> TokensIn(StoryHead head) => head.Sums.Where(sum => sum is { IsToken: true, Unit: not null, Value: >= LeastTokens }).Select(Tokens);

    public static string Tokens(Amount amount) => string.Create(CultureInfo.InvariantCulture, $"{Rounded(amount.Value)} {amount.Unit}");

    /// <summary>A sum in its own currency, to two digits: undated articles are converted at the rate of the day on which they were found.</summary>
    public static string? Stated(Amount? amount) => amount is { IsToken: false, Unit: not null and not "USD" } ? string.Create(CultureInfo.InvariantCulture, $"{Rounded(amount.Value, 100)} {amount.Unit}") : null;

    /// <summary>Thefts, attacks and the like that are counted, in the title or where the text begins: it tells a total.</summary>
    public static bool CountsDeeds(string title, string text) => Deeds().IsMatch(title) || Deeds().IsMatch(text.Length > Lead ? text[..Lead] : text);

    private static decimal Rounded(decimal value, int digits = 1000)
    {
        var scale = 1m;
        while (value / scale >= digits) scale *= 10;
        return Math.Round(value / scale) * scale;
    }

    /// <summary>No dates, times, percentages, multiples or units follow.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d.,:/$€£¥₩#%-])(?<count>\d{2,3}(?:[,.\u00A0]\d{3})?|\d{4,6})(?:(?=[ \u00A0](?!(?:million|billion|thousand|mln|mld|bn|per|percent|prozent|pour|por|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|Januar|Februar|März|Juni|Juli|Oktober|Dezember|de|of|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|dicembre|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|hours?|minutes?|days?|years?|heures?|jours?|ans|Stunden|Tage|Jahre|horas?|días|años|ore|giorni|anni|часов|дней|лет|a\.m|p\.m|AM|PM|UTC|GMT|and|et|und|y|e|и|to|bis|à|a)\b)\p{L})|(?=\s?[件名人건명개個]))", RegexOptions.IgnoreCase)]
    private static partial Regex Things();

    [GeneratedRegex(@"(?<![\p{L}\d.,$€£])\d{2,3}\s(?:\p{L}+\s){0,3}(?:cyber-?attacks?|attacks|hacks|heists|thefts|breaches|incidents|intrusions|cyberattaques|attaques|piratages|Angriffe|Cyberangriffe|Hacks|ciberataques|ataques|robos|hackeos|attacchi|furti|ataques|roubos|атак\w*|взлом\w*|краж\w*)|\d{2,3}\s?(?:件の|건의|起)\s?\p{L}", RegexOptions.IgnoreCase)]
    private static partial Regex Deeds();
}
