using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>
/// Tells by the headline which step of a case an article reports, by the lead where the headline leaves it open. Where a
/// headline names a theft as well as what followed, the clause that the language puts first is the news, and in Korean and Japanese the last.
/// </summary>
internal static class PhaseFinder
{
    private const int Lead = 320;

    public static StoryPhase Of(ArticleReading reading, NewsKind kind)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (kind is NewsKind.Opinion or NewsKind.Drill or NewsKind.Product or NewsKind.Retrospective) return StoryPhase.Background;
        var title = reading.Mentions.Where(mention => mention.Field == ArticleField.Title).ToList();
        var authorities = title.FindAll(mention => Offices.IsOffice(mention));
        var hasVictim = title.Exists(mention => mention.Kind == Kinds.Victim);
        if (kind == NewsKind.RoundUp) return title.Exists(mention => mention.Concept == "totals") ? StoryPhase.Report : StoryPhase.Background;
        if (!hasVictim && authorities.Count > 0 && title.Exists(mention => mention.Concept == "policy")) return StoryPhase.Advisory;
        var steps = title.FindAll(mention => StepOf(mention) is not null && !authorities.Exists(authority => Overlap(authority, mention)));
        var thefts = title.FindAll(mention => mention.Kind is Kinds.Theft or Kinds.Loss);
        if (steps.Count > 0 && Leads(reading.Language, steps, thefts))
        {
            var step = StepOf(steps[0])!.Value;
            return step == StoryPhase.Recovery && authorities.Count > 0 ? StoryPhase.Prosecution
                : steps.Exists(mention => StepOf(mention) == StoryPhase.Sanction) ? StoryPhase.Sanction
                : steps.Exists(mention => StepOf(mention) == StoryPhase.Prosecution) ? StoryPhase.Prosecution
                : steps.Exists(mention => StepOf(mention) == StoryPhase.Laundering) ? StoryPhase.Laundering
                : step;
        }

        if (kind == NewsKind.Policy) return authorities.Count > 0 && !hasVictim ? StoryPhase.Advisory : StoryPhase.Background;
        return IsAttribution(reading) ? StoryPhase.Attribution : StoryPhase.Theft;
    }

    /// <summary>An authority and a name for the thieves in one sentence of headline or lead, and nothing left open.</summary>
    private static bool IsAttribution(ArticleReading reading)
    {
        var early = reading.Mentions.Where(mention => mention.Field != ArticleField.Text || mention.Start < Lead).ToList();
        return !early.Exists(mention => mention.Kind == Kinds.Hedge)
            && early.Exists(authority => Offices.IsOffice(authority)
                && early.Exists(named => named.Kind is Kinds.Actor or Kinds.State or Kinds.Person && named.Field == authority.Field
                    && Math.Abs(named.Start - authority.Start) < Mention.QuoteMargin * 2));
    }

    private static bool Leads(string language, List<Mention> steps, List<Mention> thefts) =>
        thefts.Count == 0 || (language is "ko" or "ja" ? steps[^1].Start > thefts[^1].Start : steps[0].Start < thefts[0].Start);

    private static StoryPhase? StepOf(Mention mention) => mention.Concept switch
    {
        "laundering" or "mixer" => StoryPhase.Laundering,
        "freeze-recovery" or "bounty" or "compensation" => StoryPhase.Recovery,
        "sanction" => StoryPhase.Sanction,
        "prosecution" => StoryPhase.Prosecution,
        _ => null,
    };

    private static bool Overlap(Mention a, Mention b) => a.Start < b.Start + b.Length && b.Start < a.Start + a.Length;
}
