using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories.Amounts;

/// <summary>
/// Of all the sums in an article, that of the theft it is about: the title's first, then what stands near words of theft and loss,
/// early before late; not yearly totals, volumes, capitalisations and rewards.
/// </summary>
public static class StoryAmount
{
    private const int Read = 6_000;
    private const int Lede = 400;
    private const int Near = 60;
    private const int OtherSum = 8;

    /// <summary>"Recovers $97 million lost in a hack": the loot, or what came back of it; what the text calls a theft's sum goes before it.</summary>
    private const int PartOfLoot = 7;

    /// <summary>Below it stand prices of coins, fees and caps of damages, and no theft that is news.</summary>
    private const decimal Least = 1_000;

    private const int KnownSum = 2;
    private const decimal Small = 10_000;
    private const decimal Implausible = 100_000_000_000;

    public static Amount? Of(ArticleReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var headline = Headline.Of(reading);
        var victim = MainVictim.Of(reading, Protagonists.Of(reading));
        return Of(headline, PeriodTotals.IsIn(reading) || StateNews.IsIn(headline, victim) ? null : victim);
    }

    /// <param name="victim">Whose loss the article is about; null for a count of many.</param>
    internal static Amount? Of(Headline headline, string? victim)
    {
        var reading = headline.Reading;
        var article = reading.Article;
        var at = SumTime.Of(article);
        var known = KnownThefts(reading);
        var own = KnownOf(victim, known);
        var isTotal = PeriodTotals.IsIn(reading);
        var (best, bestScore) = ((Amount?)null, int.MinValue);
        var read = new List<(SumSurroundings Field, IReadOnlyList<Amount> Amounts)>();
        foreach (var (field, text) in new[] { (ArticleField.Title, article.Title), (ArticleField.Summary, article.Summary), (ArticleField.Text, article.Text) })
        {
            var surroundings = SumSurroundings.Of(headline, field, text.Length > Read ? text[..Read] : text);
            var amounts = AmountReader.Read(surroundings.Text, reading.Language, at);
            read.Add((surroundings, amounts));
            foreach (var amount in amounts.Select(amount => AtTheTime(amount, known)))
            {
                if (amount.Usd is > Implausible or < Least || surroundings.IsReward(amount) || surroundings.IsPrice(amount)) continue;
                var score = Score(amount, surroundings, isTotal, IsKnown(amount)) + KnownBonus(amount);
                if (score > bestScore) (best, bestScore) = (amount, score);
            }
        }

        return best is not { UsdIsEstimate: true, Unit: { } } ? best : read.Select(part => StatedConversion.Of(best, part.Field, part.Amounts)).FirstOrDefault(value => value is not null) ?? best;

        // A headline that states a sum is believed sooner than what is known.
        int KnownBonus(Amount amount) => !IsKnown(amount) ? 0 : headline.Has(Kinds.Amount) ? KnownSum : 2 * KnownSum;

        bool IsKnown(Amount amount) => own.Exists(theft => theft.IsSum(amount.Usd));
    }

    private static List<KnownTheft> KnownThefts(ArticleReading reading)
    {
        var victims = reading.Mentions.Where(mention => mention.Kind == Kinds.Victim).Select(mention => mention.Concept).ToHashSet(StringComparer.Ordinal);
        var year = (reading.Article.PublishedAt ?? reading.Article.FirstSeenAt).Year;
        return
        [
            .. KnowledgeBase.BuiltIn.Incidents.Where(incident => incident.AmountUsdHigh is not null && incident.Victims.Any(victims.Contains) && incident.At.Year <= year)
                .OrderBy(incident => Math.Abs(year - incident.At.Year)),
        ];
    }

    /// <summary>The known thefts of whom the article is about, not of those that it names beside.</summary>
    private static List<KnownTheft> KnownOf(string? victim, List<KnownTheft> known) =>
        victim is not null && KnowledgeBase.BuiltIn.FindByName(victim) is { } concept ? known.FindAll(theft => theft.Victims.Contains(concept.Id)) : [];

    /// <summary>A known theft retold years later is valued as it was then: where that year's rate gives its known sum, it is the one meant.</summary>
    private static Amount AtTheTime(Amount amount, List<KnownTheft> known)
    {
        if (amount.Unit is null or "USD") return amount;
        var then = known.Select(theft => (theft, Usd: UsdRates.Of(amount.Unit, theft.At.Year) * amount.Value)).Where(valued => valued.theft.IsSum(valued.Usd))
            .OrderBy(valued => OffBy(valued.theft, valued.Usd!.Value)).FirstOrDefault();
        return then.Usd is null ? amount : amount with { Usd = then.Usd };
    }

    private static decimal OffBy(KnownTheft theft, decimal usd)
    {
        var (low, high) = (theft.AmountUsdLow ?? theft.AmountUsdHigh!.Value, theft.AmountUsdHigh!.Value);
        return usd < low ? low / usd : usd > high ? usd / high : 1;
    }

    /// <param name="isKnown">It is what is known to have been taken, whatever the words beside it.</param>
    private static int Score(Amount amount, SumSurroundings surroundings, bool isTotal, bool isKnown)
    {
        var isTitle = surroundings.Field == ArticleField.Title;
        var isTaken = surroundings.IsTaken(amount);
        var isPart = !isTaken && surroundings.IsPart(amount);
        var isLootsPart = isPart && surroundings.IsLoot(amount);
        var score = isTitle ? 8 : amount.Start < Lede ? 2 : 0;
        if ((!isPart || isLootsPart) && surroundings.Deeds.Any(deed => Math.Abs(deed.Start - amount.Start) <= Near)) score += 4;
        score += amount switch { { IsToken: true } => -5, { Unit: null } => 0, _ => 1 };
        if (amount.Usd is null or < Small) score -= 6;
        if (isTaken) score++;
        if (isPart) score -= isLootsPart ? PartOfLoot : OtherSum;
        // What a count is about is its own total, be it a part of a larger one.
        if (isTotal && (isTitle || isTaken)) return score;
        return (!isKnown && surroundings.IsOther(amount)) || (!isTaken && surroundings.IsOfAnother(amount)) ? score - OtherSum : score;
    }
}
