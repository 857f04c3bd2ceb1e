using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Deciding;

/// <summary>
/// Tells what kind of news an article is by what its headline says, then by its lead. The words are knowledge (the cues); the order of
/// the questions is here: a drill is no event whatever else is said, a court step is told before the theft that it is about.
/// </summary>
internal static class NewsKindFinder
{
    private const int ManyVictims = 4;

    public static (NewsKind Kind, FoundMention? Because) Of(ArticleFacts facts)
    {
        var title = facts.TitleEnd;
        var theft = First(facts, 0, title, mention => IsTheft(facts, mention)) is not null;
        if (Cue(facts, "drill", title) is { } drill && !theft) return (NewsKind.Drill, drill);
        if ((Cue(facts, "opinion", title) ?? Cue(facts, "guide", title)) is { } opinion) return (NewsKind.Opinion, opinion);
        if (Cue(facts, "look-back", title) is { } lookBack) return (Victims(facts) >= ManyVictims ? NewsKind.RoundUp : NewsKind.Retrospective, lookBack);
        if (Cue(facts, "superlative", title) is { } most && IsOfMany(facts)) return (Victims(facts) >= ManyVictims ? NewsKind.RoundUp : NewsKind.Retrospective, most);
        if (Cue(facts, "prosecution", title) is { } court) return (NewsKind.CourtStep, court);
        if (First(facts, 0, title, mention => Kind(facts, mention) == Kinds.Response) is { } response) return (NewsKind.FollowUp, response);
        if (First(facts, 0, title, mention => Kind(facts, mention) is Kinds.Victim or Kinds.Amount) is null && Cue(facts, "policy", title) is { } policy) return (NewsKind.Policy, policy);
        if (Victims(facts) >= ManyVictims && (Cue(facts, "look-back", facts.LeadEnd) ?? Cue(facts, "superlative", facts.LeadEnd)) is { } list) return (NewsKind.RoundUp, list);
        if (!theft && Cue(facts, "business", title) is { } business && First(facts, 0, facts.LeadEnd, mention => IsTheft(facts, mention)) is null) return (NewsKind.Product, business);
        if (!theft && Cue(facts, "drill", facts.LeadEnd) is { } lateDrill) return (NewsKind.Drill, lateDrill);
        if (!theft && First(facts, 0, title, mention => Kind(facts, mention) == Kinds.MoneyFlow) is { } flow) return (NewsKind.FollowUp, flow);
        // "Upbit hack attributed to Lazarus: report" names who was asked, and counts nothing.
        if (Cue(facts, "totals", title) is { } totals && !(Victims(facts) == 1 && First(facts, 0, title, mention => Kind(facts, mention) == Kinds.Victim) is not null)) return (NewsKind.RoundUp, totals);

        // A headline that names nobody and no sum over a text that names many is about thefts, not about one.
        if (Victims(facts) >= ManyVictims && First(facts, 0, title, mention => Kind(facts, mention) is Kinds.Victim or Kinds.Amount or Kinds.Actor) is null)
            return (NewsKind.RoundUp, First(facts, title, int.MaxValue, mention => Kind(facts, mention) == Kinds.Victim));
        return (NewsKind.NewEvent, null);
    }

    /// <summary>"The largest" looks back where it is said of thefts; of one theft, one victim or its sum it says how grave the news is.</summary>
    private static bool IsOfMany(ArticleFacts facts) =>
        First(facts, 0, facts.TitleEnd, mention => Kind(facts, mention) is Kinds.Victim or Kinds.Amount) is null && Victims(facts) != 1;

    private static FoundMention? Cue(ArticleFacts facts, string concept, int to) => First(facts, 0, to, mention => facts.Vocabulary.Entry(mention.Entry).Id == concept);

    private static FoundMention? First(ArticleFacts facts, int from, int to, Func<FoundMention, bool> asked)
    {
        foreach (var mention in facts.Mentions)
        {
            if (mention.Sentence >= to) break;
            if (mention.Sentence >= from && asked(mention)) return mention;
        }

        return null;
    }

    private static int Victims(ArticleFacts facts) => facts.Mentions.Where(mention => Kind(facts, mention) == Kinds.Victim).Select(mention => mention.Entry).Distinct().Count();

    private static bool IsTheft(ArticleFacts facts, FoundMention mention) => Kind(facts, mention) is Kinds.Theft or Kinds.Loss;

    private static string Kind(ArticleFacts facts, FoundMention mention) => facts.Vocabulary.Entry(mention.Entry).Kind;
}
