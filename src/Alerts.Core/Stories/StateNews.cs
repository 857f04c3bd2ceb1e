using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories.Amounts;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>
/// What is said of North Korea's thefts as a whole: reports of the United Nations and of analysts, counts, joint statements, what it holds. One outlet tells it as
/// theft, the next as laundering, a warning or a look back, with this or that victim as an example; it is one kind of news, of no single victim.
/// </summary>
internal static class StateNews
{
    /// <summary>A headline's sum is no single theft of a victim that never lost nearly as much.</summary>
    private const decimal Beyond = 1.25m;

    private static readonly string[] s_ends = [". ", "。", "다.", "\n", "! ", "? "];

    /// <param name="victim">Whom the article would be about otherwise.</param>
    public static bool IsIn(Headline headline, string? victim)
    {
        if (headline.HasVictim || !headline.Mentions.Exists(IsOfState) || headline.Says(HeadlineCues.Legislators) || headline.IsBlameForOne) return false;
        if (PeriodTotals.IsIn(headline.Reading) || headline.Says(HeadlineCues.JointStatement) || IsOfHoard(headline)) return true;
        if (headline.Steps.Exists(step => step.Phase is StoryPhase.Sanction or StoryPhase.Prosecution) || TellsOneTheft(headline.Reading, victim)) return false;
        // Its loot, its means, its crash: nothing that was stolen is news.
        if (victim is null && headline is { Thefts.Count: 0, Steps.Count: 0, Offices.Count: 0 } && !headline.Has(Kinds.Theft)) return true;
        // Where another office has the headline, the monitor in the lead is what was said before.
        if (Monitor(headline.Reading) is { } monitor && (headline.Offices.Count == 0 || headline.Offices.Exists(office => office.Concept == monitor.Concept))) return true;
        return headline.Has(Kinds.Amount) ? IsCount(headline, victim) || IsBeyond(headline, victim) : IsOfMany(headline);
    }

    /// <summary>The headline or the lead names the state, a group of it, or its hackers.</summary>
    public static bool IsNamedEarly(ArticleReading reading) => reading.Mentions.Any(mention => IsOfState(mention) && IsEarly(mention));

    /// <summary>Who watches over the sanctions: what they report is about the state.</summary>
    public static Mention? Monitor(ArticleReading reading) => reading.Mentions.FirstOrDefault(mention => IsEarly(mention) && Offices.IsOffice(mention) && ClaimVocabulary.IsMonitor(mention.Alias));

    /// <summary>"The third-largest holder": what all its thefts have brought.</summary>
    private static bool IsOfHoard(Headline headline) => (headline.Mentions.Exists(mention => mention.Concept == "holdings") && headline.Thefts.Count == 0) || (headline.Steps.Count == 0 && headline.IsOfLoot(IsOfState));

    /// <summary>Attacks as a class, a share of all, or venues as a class in the words of an analyst.</summary>
    private static bool IsOfMany(Headline headline) => !(headline.Offices.Count > 0 && headline.Says(HeadlineCues.Warns))
        && (headline.Says(HeadlineCues.Many) || headline.Title.Contains('%', StringComparison.Ordinal) || (headline.Says(HeadlineCues.Venues) && HasAnalyst(headline.Reading)));

    /// <summary>A sum of attacks as a class, or one that an analyst tells of no venue, and nobody named.</summary>
    private static bool IsCount(Headline headline, string? victim) =>
        victim is null && (headline.Says(HeadlineCues.Many) || (!headline.Has(Kinds.Venue) && HasAnalyst(headline.Reading)));

    private static bool IsBeyond(Headline headline, string? victim)
    {
        if (victim is null || KnowledgeBase.BuiltIn.FindByName(victim) is not { } concept) return false;
        var largest = KnowledgeBase.BuiltIn.Incidents.Where(incident => incident.Victims.Contains(concept.Id)).Select(incident => incident.AmountUsdHigh).Max();
        return largest is not null && AmountReader.Read(headline.Title, headline.Reading.Language, SumTime.Of(headline.Reading.Article)).Any(sum => !sum.IsToken && sum.Usd > largest * Beyond);
    }

    /// <summary>The text begins with the victim, and nobody who counts or reports stands there or in the headline.</summary>
    private static bool TellsOneTheft(ArticleReading reading, string? victim)
    {
        if (victim is null) return false;
        var opening = EndOfFirstSentence(reading.Article);
        var first = reading.Mentions.Where(mention => mention.Field == ArticleField.Title || (mention.Field == ArticleField.Text && mention.Start < opening)).ToList();
        return first.Exists(mention => mention.Kind == Kinds.Victim && mention.Name == victim) && !first.Exists(mention => mention.Kind == Kinds.Analyst || Offices.IsOffice(mention));
    }

    private static int EndOfFirstSentence(Article article) =>
        s_ends.Select(end => article.Text.IndexOf(end, StringComparison.Ordinal)).Where(at => at >= 0).Append(Headline.Lead).Min();

    private static bool HasAnalyst(ArticleReading reading) => reading.Mentions.Any(mention => mention.Kind == Kinds.Analyst && IsEarly(mention));

    private static bool IsOfState(Mention mention) => KnowledgeBase.BuiltIn.Find(mention.Concept) is { } concept && KnowledgeBase.BuiltIn.IsNorthKorean(concept);

    private static bool IsEarly(Mention mention) => mention.Field == ArticleField.Title || mention.Start < Headline.Lead;
}
