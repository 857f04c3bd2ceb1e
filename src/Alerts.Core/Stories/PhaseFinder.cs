using System.Buffers;
using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Cues;
using Alerts.Core.Matching.Reading;

namespace Alerts.Core.Stories;

/// <summary>Tells by the headline which step of a case an article reports, by the lead where the headline leaves it open.</summary>
internal static class PhaseFinder
{
    private static readonly SearchValues<char> s_clauseEnds = SearchValues.Create(",;:，；：");

    public static StoryPhase Of(Headline headline, NewsKind kind)
    {
        if (kind is NewsKind.Drill or NewsKind.Product or NewsKind.Retrospective || (kind == NewsKind.Opinion && !TellsTheft(headline))) return StoryPhase.Background;
        var reading = headline.Reading;
        if (kind == NewsKind.RoundUp) return PeriodTotals.IsIn(reading) || headline.Mentions.Exists(mention => mention.Concept == "totals") ? StoryPhase.Report : StoryPhase.Background;
        var speaks = headline.Offices.Count > 0 && !headline.HasVictim;
        if (speaks && headline.Says(HeadlineCues.Warns) && headline.Thefts.Count == 0 && !headline.Has(Kinds.Amount)) return StoryPhase.Advisory;
        // Members of parliament who write about the state's thefts ask for something to be done: whichever deed or step they name, they tell none.
        if (headline.Says(HeadlineCues.Legislators) && StateNews.IsNamedEarly(reading)) return StoryPhase.Advisory;
        if (headline.IsEndByTheft()) return StoryPhase.Theft;
        if (headline.Says(HeadlineCues.Accuses) && !headline.HasVictim && headline.NamesAccused && IsCharged(reading)) return StoryPhase.Prosecution;
        if (headline.IsOfStep()) return StepOf(headline, reading);
        if (headline.MovesLoot) return StoryPhase.Laundering;
        if (!headline.HasVictim && headline.Thefts.Count == 0 && StoryCounts.CountsDeeds(headline.Title, reading.Article.Text)) return StoryPhase.Report;
        if (kind == NewsKind.Policy) return speaks ? StoryPhase.Advisory : StoryPhase.Background;
        if (!IsAttribution(reading)) return IsBlamed(headline) ? StoryPhase.Attribution : StoryPhase.Theft;
        if (headline.HasVictim || headline.Thefts.Count > 0) return StoryPhase.Attribution;
        if (IsCharged(reading)) return StoryPhase.Prosecution;
        return headline.Offices.Count > 0 && IsSanctioned(reading) ? StoryPhase.Sanction : StoryPhase.Attribution;
    }

    /// <summary>"How did X lose $5 million?" explains one theft, which it tells as well.</summary>
    private static bool TellsTheft(Headline headline) => headline.HasVictim && headline.Thefts.Count > 0 && (headline.Has(Kinds.Amount) || headline.IsExplanation);

    /// <summary>What an authority takes back, or follows, is its case.</summary>
    private static StoryPhase StepOf(Headline headline, ArticleReading reading)
    {
        var first = headline.Steps[0].Phase;
        if (headline.Steps.Exists(step => step.Phase == StoryPhase.Sanction)) return StoryPhase.Sanction;
        if (headline.Steps.Exists(step => step.Phase == StoryPhase.Prosecution)) return StoryPhase.Prosecution;
        if (first == StoryPhase.Laundering && headline.Offices.Count > 0 && !headline.HasVictim && IsSanctioned(reading)) return StoryPhase.Sanction;
        // "Traces" are followed to recover what was stolen, and whoever traces a theft to somebody blames him: "FBI traces the theft to Lazarus".
        if (first == StoryPhase.Recovery && headline.Thefts.Count > 0 && IsBlamed(headline)) return StoryPhase.Attribution;
        if (first is StoryPhase.Recovery or StoryPhase.Freeze && (headline.Offices.Count > 0 || headline.IsOfGovernment || headline.Says(HeadlineCues.Authorities))) return StoryPhase.Prosecution;
        return !headline.HasVictim && headline.Thefts.Count == 0 && IsCharged(reading) ? StoryPhase.Prosecution : first;
    }

    /// <summary>An authority and a name for the thieves in one sentence of headline or lead, and nothing left open.</summary>
    private static bool IsAttribution(ArticleReading reading)
    {
        var early = reading.Mentions.Where(mention => mention.Field != ArticleField.Text || mention.Start < Headline.Lead).ToList();
        return !early.Exists(mention => mention.Kind == Kinds.Hedge)
            && early.Exists(authority => Offices.IsOffice(authority)
                && early.Exists(named => Headline.IsAccused(named) && named.Field == authority.Field
                    && Math.Abs(named.Start - authority.Start) < Mention.QuoteMargin * 2 && AreInOneSentence(reading.Article, named, authority)));
    }

    /// <summary>A headline that says who did it, in the words of an analyst, an office or a government.</summary>
    private static bool IsBlamed(Headline headline) => headline.NamesAccused && (!headline.IsDoubted || IsGuessed(headline))
        && (headline.IsAccusation || headline.IsSaidByOffice || headline.IsSaidByGovernment || (Blames(headline) && (headline.Has(Kinds.Analyst) || headline.Offices.Count > 0 || headline.IsOfGovernment || IsSaidByHouse(headline) || (!IsGuessedInLead(headline.Reading) && (TellsWhoseDeed(headline) || (IsFoundOut(headline.Reading) && headline.TellsNoTheft))))));

    /// <summary>A headline "pointed to as behind the hack" above a text that says "suspected".</summary>
    private static bool IsGuessedInLead(ArticleReading reading) => reading.Mentions.Any(mention => mention is { Field: ArticleField.Text, Start: < Headline.Lead, Kind: Kinds.Hedge });

    /// <summary>"Lazarus suspect in X theft: Elliptic": an analyst's word on a deed that is known is news, though he leaves it open.</summary>
    private static bool IsGuessed(Headline headline) => headline.Has(Kinds.Analyst) && TellsWhoseDeed(headline);

    /// <summary>"$290 million looting of X tied to Lazarus": the deed is known, and whose it is is the news.</summary>
    public static bool TellsWhoseDeed(Headline headline) => (headline.HasVictim || headline.Has(Kinds.Amount)) && headline.TellsNoTheft
        && headline.CuesOf(HeadlineCues.Deed).Any(deed => headline.Mentions.Exists(accused => Headline.IsAccused(accused)
            && (AreInOneClause(headline.Title, deed.End, accused.Start) || AreInOneClause(headline.Title, accused.End, deed.Start))));

    private static bool AreInOneClause(string title, int from, int to) => from < to && title.AsSpan(from, to - from).IndexOfAny(s_clauseEnds) < 0;

    /// <summary>"Hackers linked to Lazarus steal" says which hackers, and blames nobody.</summary>
    private static bool Blames(Headline headline) => headline.CuesOf(HeadlineCues.Blames).Any(cue => !headline.FollowsThief(cue) || IsAllItTells(headline, cue)) || headline.Says(HeadlineCues.Convicts) || headline.Says(HeadlineCues.Accuses) || headline.Says(HeadlineCues.JointStatement) || headline.Says(HeadlineCues.Confirms);

    /// <summary>"North Korean hackers behind $50M heist": nothing else is told of them.</summary>
    private static bool IsAllItTells(Headline headline, Cue cue) => headline is { Thefts.Count: 0, Steps.Count: 0 } && headline.Mentions.Exists(accused => Headline.IsAccused(accused) && cue.Start - accused.End is 0 or 1);

    /// <summary>"LayerZero pins the hack of KelpDAO on Lazarus".</summary>
    private static bool IsSaidByHouse(Headline headline) => headline.Mentions.Exists(house =>
        house is { Kind: Kinds.Victim, Start: 0 } && headline.CuesOf(HeadlineCues.Blames).Any(cue => cue.Start == house.Length + 1));

    /// <summary>The lead names who found out.</summary>
    private static bool IsFoundOut(ArticleReading reading) => reading.Mentions.Any(mention => mention is { Field: ArticleField.Text, Start: < Headline.Lead } && (mention.Kind == Kinds.Analyst ? mention.Start < Headline.Lead / 4 : Offices.IsOffice(mention)));

    /// <summary>"Treasury targets North Korea's laundering network. It sanctioned …".</summary>
    private static bool IsSanctioned(ArticleReading reading) =>
        reading.Mentions.Any(mention => mention is { Field: ArticleField.Text, Start: < Headline.Lead, Concept: "sanction" } && !Offices.IsOffice(mention));

    /// <summary>"DOJ busts fake North Korean developers. An indictment accuses …": the lead says what the authority did.</summary>
    private static bool IsCharged(ArticleReading reading) =>
        reading.Mentions.Any(mention => mention is { Field: ArticleField.Text, Start: < Headline.Lead, Concept: "prosecution" } && !Offices.IsOffice(mention));

    private static bool AreInOneSentence(Article article, Mention one, Mention other)
    {
        var text = article.TextOf(one.Field);
        var to = Math.Max(one.Start, other.Start);
        for (var at = Math.Min(one.End, other.End); at < to; at++)
        {
            if (text[at] == '\n' || SentenceMarks.EndsAt(text, at)) return false;
        }

        return true;
    }
}
