using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>
/// Tells by the headline which step of a case an article reports, by the lead where the headline leaves it open. Where a
/// headline names a theft as well as what followed, the clause that the language puts first is the news, and in Korean and Japanese the last.
/// </summary>
internal static partial class PhaseFinder
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
        var steps = title.FindAll(mention => StepOf(mention) is not null && !authorities.Exists(authority => Overlap(authority, mention)));
        var thefts = title.FindAll(mention => mention.Kind is Kinds.Theft or Kinds.Loss && !Stolen().IsMatch(mention.Alias));
        if (!hasVictim && authorities.Count > 0 && Warns().IsMatch(reading.Article.Title) && thefts.Count == 0 && !title.Exists(mention => mention.Kind == Kinds.Amount)) return StoryPhase.Advisory;
        if (steps.Count == 0 && Restores().IsMatch(reading.Article.Title)) return StoryPhase.Recovery;
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
        "freeze-recovery" or "bounty" or "compensation" => Halts().IsMatch(mention.Alias) ? null : StoryPhase.Recovery,
        "sanction" => StoryPhase.Sanction,
        "prosecution" => StoryPhase.Prosecution,
        _ => null,
    };

    private static bool Overlap(Mention a, Mention b) => a.Start < b.Start + b.Length && b.Start < a.Start + a.Length;

    /// <summary>"Stolen funds" says which funds; it does not report a theft.</summary>
    [GeneratedRegex("^(?:stolen|robad[oa]s?|volée?s?|dérobée?s?|gestohlene[nrs]?|rubat[oiae]|roubad[oa]s?|украденн|похищенн|훔친|탈취한|盗まれた|被盗的|被盗资金)", RegexOptions.IgnoreCase)]
    private static partial Regex Stolen();

    [GeneratedRegex("warn|alert|advis|urge|caution|경고|주의|警告|注意喚起|预警|предупре|advierte|alerta|avertit|mise en garde|avverte", RegexOptions.IgnoreCase)]
    private static partial Regex Warns();

    /// <summary>Closing the doors is a victim's first answer and belongs to the news of the theft.</summary>
    [GeneratedRegex("halt|suspend|pause|stop|중단|停止|暂停|暫停|приостан|paraliz|ausgesetzt|gestoppt|sospes|suspen", RegexOptions.IgnoreCase)]
    private static partial Regex Halts();

    [GeneratedRegex("reclaim|replenish|restor(?:e|ing)|reimburs|refund|repay|repaid|resum|reopen|made whole|make whole|bailout|reembols|rembours|erstatt|entschädig|rimbors|reembols|возмест|возмещ|компенсир|보상|배상|補償|返金|弁済|赔付|赔偿|恢复", RegexOptions.IgnoreCase)]
    private static partial Regex Restores();
}
