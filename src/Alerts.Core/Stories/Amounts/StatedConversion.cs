using System.Text.RegularExpressions;

namespace Alerts.Core.Stories.Amounts;

/// <summary>
/// An article's own value in dollars of a sum of tokens or of another currency ("336 BTC, about $3.1 million"): it was true on the day of the
/// theft, where a rate is a year's mean and an undated text has none.
/// </summary>
internal static partial class StatedConversion
{
    /// <summary>Characters from the sum to its value.</summary>
    private const int Reach = 36;

    /// <summary>"More than 336 BTC" is "336.4 BTC".</summary>
    private const decimal Same = 1.02m;

    /// <param name="stated">In any field of the article.</param>
    /// <param name="amounts">All of <paramref name="text"/>, in order.</param>
    public static Amount? Of(Amount stated, string text, IReadOnlyList<Amount> amounts)
    {
        for (var at = 0; at + 1 < amounts.Count; at++)
        {
            var (sum, value) = (amounts[at], amounts[at + 1]);
            if (value.UsdIsEstimate || sum.Unit != stated.Unit || sum.Value > stated.Value * Same || stated.Value > sum.Value * Same) continue;
            var end = sum.Start + sum.Length;
            if (value.Start - end is < 1 or > Reach || !Restates().IsMatch(text[end..value.Start]) || Paid().IsMatch(text[(value.Start + value.Length)..])) continue;
            return value;
        }

        return null;
    }

    /// <summary>A bracket, or a word for "about" or "worth"; not what it is worth today, and not in another sentence.</summary>
    [GeneratedRegex(
        "^(?!.*(?:\\b(?:now|today|current|currently|heute|derzeit|aktuell|hoy|actual(?:es|mente)?|aujourd|actuel|oggi|hoje|atual|сегодня|сейчас)\\b|현재|지금|現在|目前|如今|[.;。；])).*"
        + "(?:[(（\\[]|\\b(?:worth|valued|about|around|roughly|approximately|some|nearly|almost|or|equivalent|wert|rund|etwa|circa|ca|umgerechnet|valor(?:ad[oa]s?)?|equivalentes?|unos|cerca|soit|environ|valeur|valant|pari|circa|около|примерно|эквивалент|стоимостью)\\b|약|상당|約|相当|约|价值|價值|合).*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Restates();

    /// <summary>"$500,000 in USDT": another part of the loot.</summary>
    [GeneratedRegex("^\\s(?:in|worth|of|de|en|an)\\s[A-Z\\p{Lu}]")]
    private static partial Regex Paid();
}
