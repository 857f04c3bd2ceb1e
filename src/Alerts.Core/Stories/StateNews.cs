using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>
/// What is said of North Korea's thefts as a whole: reports of the United Nations and of analysts, counts, joint statements. One outlet tells it as
/// theft, the next as laundering, a warning or a look back, with this or that victim as an example; it is one kind of news, of no single victim.
/// </summary>
internal static class StateNews
{
    private const int Lead = 320;
    private const string StateId = "north-korea";

    /// <summary>A headline's sum is no single theft of a victim that never lost nearly as much.</summary>
    private const decimal Beyond = 1.5m;

    private static readonly string[] s_monitors = ["UN Panel of Experts", "MSMT"];

    /// <param name="victim">Whom the article would be about otherwise.</param>
    public static bool IsIn(Headline headline, string? victim)
    {
        if (headline.HasVictim || !headline.Mentions.Exists(IsOfState)) return false;
        if (PeriodTotals.IsIn(headline.Reading)) return true;
        if (headline.Steps.Exists(step => step.Phase is StoryPhase.Sanction or StoryPhase.Prosecution) && !headline.Says(HeadlineCues.JointStatement)) return false;
        return headline.Says(HeadlineCues.JointStatement) || Monitor(headline.Reading) is not null || IsOfMany(headline, victim) || IsBeyond(headline, victim);
    }

    /// <summary>Who watches over the sanctions: what they report is about the state.</summary>
    public static Mention? Monitor(ArticleReading reading) => reading.Mentions.FirstOrDefault(mention => IsEarly(mention) && Offices.IsOffice(mention) && s_monitors.Contains(StoryNames.NameOf(mention)));

    /// <summary>Attacks as a class, or a share of all; venues as a class in the words of an analyst. No sum is told, or nobody's.</summary>
    private static bool IsOfMany(Headline headline, string? victim) => (!headline.Has(Kinds.Amount) || (victim is null && (headline.Says(HeadlineCues.Many) || IsCounted(headline)))) && !(headline.Offices.Count > 0 && headline.Says(HeadlineCues.Warns))
        && (IsCounted(headline) || headline.Says(HeadlineCues.Many) || headline.Title.Contains('%', StringComparison.Ordinal) || (headline.Says(HeadlineCues.Venues) && headline.Reading.Mentions.Any(mention => mention.Kind == Kinds.Analyst && IsEarly(mention))));

    /// <summary>A sum that an analyst tells of no venue.</summary>
    private static bool IsCounted(Headline headline) =>
        headline.Has(Kinds.Amount) && !headline.Has(Kinds.Venue) && headline.Reading.Mentions.Any(mention => mention.Kind == Kinds.Analyst && IsEarly(mention));

    private static bool IsBeyond(Headline headline, string? victim)
    {
        var sums = headline.Reading.Mentions.Where(mention => mention is { Field: ArticleField.Title, Kind: Kinds.Amount }).ToList();
        if (sums.Count == 0 || victim is null || KnowledgeBase.BuiltIn.FindByName(victim) is not { } concept) return false;
        var largest = KnowledgeBase.BuiltIn.Incidents.Where(incident => incident.Victims.Contains(concept.Id)).Select(incident => incident.AmountUsdHigh).Max();
        return largest is not null && AmountReader.Read(headline.Title, headline.Reading.Language, SumTime.Of(headline.Reading.Article)).Any(sum => !sum.IsToken && sum.Usd > largest * Beyond);
    }

    private static bool IsOfState(Mention mention) => KnowledgeBase.BuiltIn.Find(mention.Concept) is { } concept && KnowledgeBase.BuiltIn.IsUnder(concept, StateId);

    private static bool IsEarly(Mention mention) => mention.Field == ArticleField.Title || mention.Start < Lead;
}
