using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories.Amounts;

/// <summary>
/// Of all the sums in an article, that of the theft it is about: the title's first, then what stands near words of theft and loss,
/// early before late; not yearly totals, volumes, capitalisations and rewards.
/// </summary>
public static partial class StoryAmount
{
    private const int Read = 6_000;
    private const int Lede = 400;
    private const int Near = 60;
    private const int Surroundings = 24;
    private const int OtherSum = 8;
    private const int VerbBefore = 16;
    private const int VerbAfter = 6;
    private const decimal Tolerance = 0.15m;
    private const decimal Small = 10_000;
    private const decimal Implausible = 100_000_000_000;

    private static readonly FrozenSet<string> s_otherSums = new[]
    {
        // en
        "since", "total", "totaling", "totalling", "cumulative", "annual", "year", "volume", "cap", "capitalization", "tvl", "bounty", "reward", "raised", "valuation", "reserves", "price", "record",
        "previous", "earlier", "fine", "revenue", "offer", "holdings", "holding", "overall", "altogether", "daily", "remains", "remaining", "left", "outflows", "customers", "clients", "ransom",
        // de, es, fr, it, pt
        "seit", "insgesamt", "gesamt", "jahr", "kopfgeld", "belohnung", "verbleiben", "übrig", "abflüsse", "desde", "total", "año", "volumen", "recompensa", "quedan", "depuis", "année", "récompense", "prime", "reste", "restent", "clients", "levé", "volume", "anno", "ano", "lösegeld", "rescate", "rançon", "riscatto", "resgate",
        // ru
        "всего", "совокупно", "год", "году", "года", "объем", "вознаграждение", "капитализация", "остается", "осталось", "клиенты", "выкуп",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] s_otherSumsUnspaced = ["누적", "올해", "작년", "시가총액", "거래량", "累計", "累计", "総額", "时价", "市值", "年間", "全年", "交易量", "時価総額", "보상"];

    public static Amount? Of(ArticleReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Of(Headline.Of(reading));
    }

    internal static Amount? Of(Headline headline)
    {
        var reading = headline.Reading;
        var article = reading.Article;
        var at = article.PublishedAt ?? article.FirstSeenAt;
        var known = KnownThefts(reading);
        var (best, bestScore, bestField) = ((Amount?)null, int.MinValue, ArticleField.Title);
        foreach (var (field, text) in new[] { (ArticleField.Title, article.Title), (ArticleField.Summary, article.Summary), (ArticleField.Text, article.Text) })
        {
            var deeds = reading.Mentions.Where(mention => mention.Field == field && mention.Kind is Kinds.Theft or Kinds.Loss).Select(mention => mention.Start).ToList();
            var answers = field == ArticleField.Title ? Answers(headline) : [];
            var read = text.Length > Read ? text[..Read] : text;
            foreach (var amount in AmountReader.Read(read, reading.Language, at).Select(amount => AtTheTime(amount, known)))
            {
                if (amount.Usd > Implausible) continue;
                var score = Score(amount, field, read, deeds) - (answers.Exists(answer => IsObject(amount, answer.Start, answer.End, text)) ? OtherSum : 0);
                // "44.5 billion won ($30.4 million)": the article's own conversion is better than an estimate.
                if (score > bestScore || (best is { UsdIsEstimate: true } && Converts(amount, best, read, field == bestField))) (best, bestScore, bestField) = (amount, Math.Max(score, bestScore), field);
            }
        }

        return best;
    }

    /// <summary>"Hacker returns $19 million stolen from …": a headline's sum that its verb of giving back takes is a part of the loot.</summary>
    private static bool IsObject(Amount amount, int start, int end, string title)
    {
        var (before, after) = (amount.Start - end, start - (amount.Start + amount.Length));
        return title[start] >= '\u2E80' ? after is >= 0 and <= VerbAfter : before is >= 0 and <= VerbBefore;
    }

    private static List<(int Start, int End)> Answers(Headline headline) =>
    [
        .. headline.Mentions.Where(mention => mention is { Concept: "freeze-recovery" or "bounty" or "compensation" }).Select(mention => (mention.Start, mention.Start + mention.Length)),
        .. headline.GivingBack,
    ];

    private static bool Converts(Amount amount, Amount stated, string text, bool sameField) =>
        sameField && !amount.UsdIsEstimate && amount.Start - (stated.Start + stated.Length) is >= 1 and <= 4
        && text.AsSpan(stated.Start + stated.Length, amount.Start - stated.Start - stated.Length).IndexOfAny('(', '（') >= 0;

    private static List<Incident> KnownThefts(ArticleReading reading)
    {
        var victims = reading.Mentions.Where(mention => mention.Kind == Kinds.Victim).Select(mention => mention.Concept).ToHashSet(StringComparer.Ordinal);
        var year = (reading.Article.PublishedAt ?? reading.Article.FirstSeenAt).Year;
        return
        [
            .. KnowledgeBase.BuiltIn.Incidents.Where(incident => incident.AmountUsdHigh is not null && YearOf(incident) <= year && incident.Victims.Any(victims.Contains))
                .OrderBy(incident => Math.Abs(year - YearOf(incident))),
        ];
    }

    private static int YearOf(Incident incident) => int.Parse(incident.Date.AsSpan(0, 4), CultureInfo.InvariantCulture);

    /// <summary>A known theft retold years later is valued as it was then: where that year's rate gives its known sum, it is the one meant.</summary>
    private static Amount AtTheTime(Amount amount, List<Incident> known)
    {
        if (amount.Unit is null or "USD") return amount;
        foreach (var incident in known)
        {
            var then = UsdRates.Of(amount.Unit, YearOf(incident)) * amount.Value;
            if (then >= (incident.AmountUsdLow ?? incident.AmountUsdHigh) * (1 - Tolerance) && then <= incident.AmountUsdHigh * (1 + Tolerance)) return amount with { Usd = then };
        }

        return amount;
    }

    private static int Score(Amount amount, ArticleField field, string text, List<int> deeds)
    {
        var score = field == ArticleField.Title ? 8 : amount.Start < Lede ? 2 : 0;
        if (deeds.Any(deed => Math.Abs(deed - amount.Start) <= Near)) score += 4;
        score += amount switch { { IsToken: true } => -5, { Unit: null } => 0, _ => 1 };
        if (amount.Usd is null or < Small) score -= 6;
        return IsOtherSum(text, amount) || PartOf().IsMatch(text[(amount.Start + amount.Length)..Math.Min(text.Length, amount.Start + amount.Length + Surroundings)]) ? score - OtherSum : score;
    }

    /// <summary>"$162 million of the $223 million": the second is the loss.</summary>
    [GeneratedRegex(@"^\s(?:of|von|der|sur|de|из|su|dos)\s(?:the\s|its\s|some\s|insgesamt\s|rund\s|den\s|les\s|los\s|las\s|os\s|i\s)?(?:US)?[$€£]?\d|^\sfrom\s(?:the\s)?(?:US)?[$€£]\d", RegexOptions.IgnoreCase)]
    private static partial Regex PartOf();

    private static bool IsOtherSum(string text, Amount amount)
    {
        var from = Math.Max(0, amount.Start - Surroundings);
        var to = Math.Min(text.Length, amount.Start + amount.Length + Surroundings);
        // Only the sentence that it stands in speaks of it.
        var before = text.AsSpan(from, amount.Start - from);
        if (before.LastIndexOfAny('.', '。', '\n') is >= 0 and var stop && stop + 1 < before.Length && !char.IsAsciiDigit(before[stop + 1])) from += stop + 1;
        var after = text.AsSpan(amount.Start + amount.Length, to - amount.Start - amount.Length);
        if (after.IndexOfAny('.', '。', '\n') is >= 0 and var end) to = amount.Start + amount.Length + end;
        var around = text[from..to];
        return s_otherSumsUnspaced.Any(around.Contains) || around.ToLowerInvariant().Split([' ', ',', ':', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Any(s_otherSums.Contains);
    }
}
