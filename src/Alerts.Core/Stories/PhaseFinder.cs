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

    /// <summary>From an object to its verb.</summary>
    private const int Verb = 5;

    public static StoryPhase Of(ArticleReading reading, NewsKind kind)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (kind is NewsKind.Opinion or NewsKind.Drill or NewsKind.Product or NewsKind.Retrospective) return StoryPhase.Background;
        var title = reading.Mentions.Where(mention => mention.Field == ArticleField.Title).ToList();
        var authorities = title.FindAll(mention => Offices.IsOffice(mention));
        var hasVictim = title.Exists(mention => mention.Kind == Kinds.Victim);
        if (kind == NewsKind.RoundUp) return title.Exists(mention => mention.Concept == "totals") ? StoryPhase.Report : StoryPhase.Background;
        var steps = title.FindAll(mention => StepOf(reading.Article.Title, mention) is not null && !authorities.Exists(authority => Overlap(authority, mention)));
        var thefts = title.FindAll(mention => mention.Kind is Kinds.Theft or Kinds.Loss && !Stolen().IsMatch(mention.Alias));
        if (!hasVictim && authorities.Count > 0 && Warns().IsMatch(reading.Article.Title) && thefts.Count == 0 && !title.Exists(mention => mention.Kind == Kinds.Amount)) return StoryPhase.Advisory;
        if (steps.Count == 0 && (Restores().IsMatch(reading.Article.Title) || (Returns().Match(reading.Article.Title) is { Success: true } given && LeadsAt(reading.Language, given.Index, thefts)))) return StoryPhase.Recovery;
        if (steps.Count > 0 && Leads(reading.Language, steps, thefts))
        {
            var step = StepOf(reading.Article.Title, steps[0])!.Value;
            return step == StoryPhase.Recovery && authorities.Count > 0 ? StoryPhase.Prosecution
                : steps.Exists(mention => StepOf(reading.Article.Title, mention) == StoryPhase.Sanction) ? StoryPhase.Sanction
                : steps.Exists(mention => StepOf(reading.Article.Title, mention) == StoryPhase.Prosecution) ? StoryPhase.Prosecution
                : step;
        }

        if (!hasVictim && thefts.Count == 0 && StoryCounts.CountsDeeds(reading.Article.Title, reading.Article.Text)) return StoryPhase.Report;
        if (kind == NewsKind.Policy) return authorities.Count > 0 && !hasVictim ? StoryPhase.Advisory : StoryPhase.Background;
        if (!IsAttribution(reading)) return StoryPhase.Theft;
        return !hasVictim && thefts.Count == 0 && IsCharged(reading) ? StoryPhase.Prosecution : StoryPhase.Attribution;
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

    /// <summary>"DOJ busts fake North Korean developers. An indictment accuses …": the lead says what the authority did.</summary>
    private static bool IsCharged(ArticleReading reading) =>
        reading.Mentions.Any(mention => mention is { Field: ArticleField.Text, Start: < Lead, Concept: "prosecution" } && !Offices.IsOffice(mention));

    private static bool LeadsAt(string language, int at, List<Mention> thefts) => thefts.Count == 0 || (language is "ko" or "ja" ? at > thefts[^1].Start : at < thefts[0].Start);

    private static bool Leads(string language, List<Mention> steps, List<Mention> thefts) =>
        thefts.Count == 0 || (language is "ko" or "ja" ? steps[^1].Start > thefts[^1].Start : steps[0].Start < thefts[0].Start);

    private static StoryPhase? StepOf(string title, Mention mention) => mention.Concept switch
    {
        "laundering" or "mixer" => StoryPhase.Laundering,
        "freeze-recovery" or "bounty" or "compensation" => Halts().IsMatch(Around(title, mention)) ? null : StoryPhase.Recovery,
        "sanction" => StoryPhase.Sanction,
        "prosecution" => StoryPhase.Prosecution,
        _ => null,
    };

    /// <summary>In Chinese, Japanese and Korean the verb follows: "入出金を一時停止".</summary>
    private static string Around(string title, Mention mention) =>
        title[mention.Start..Math.Min(title.Length, mention.Start + mention.Length + (mention.Alias[0] >= '\u2E80' ? Verb : 0))];

    private static bool Overlap(Mention a, Mention b) => a.Start < b.Start + b.Length && b.Start < a.Start + a.Length;

    /// <summary>"Stolen funds" says which funds; it does not report a theft.</summary>
    [GeneratedRegex("^(?:stolen|robad[oa]s?|volée?s?|dérobée?s?|gestohlene[nrs]?|rubat[oiae]|roubad[oa]s?|украденн|похищенн|훔친|탈취한|盗まれた|被盗的|被盗资金)", RegexOptions.IgnoreCase)]
    private static partial Regex Stolen();

    [GeneratedRegex("warn|alert|advis|urge|caution|경고|주의|警告|注意喚起|预警|предупре|advierte|alerta|avertit|mise en garde|avverte", RegexOptions.IgnoreCase)]
    private static partial Regex Warns();

    /// <summary>Closing the doors is a victim's first answer and belongs to the news of the theft.</summary>
    [GeneratedRegex("halt|suspend|pause|stop|중단|停止|暂停|暫停|приостан|paraliz|ausgesetzt|gestoppt|sospes|suspen", RegexOptions.IgnoreCase)]
    private static partial Regex Halts();

    /// <summary>The thief gives back.</summary>
    [GeneratedRegex("\\b(?:returns?|returned|retourn(?:e|ent|é)|rend(?:ent|u)?|restitu\\w+|devuelv\\w+|devolv\\w+|zurück(?:gegeben\\w*|gezahlt\\w*|erstattet\\w*)?|вернул\\w*|возвраща\\w*|возвратил\\w*)\\b|返还|返還|归还|歸還|반환|돌려", RegexOptions.IgnoreCase)]
    private static partial Regex Returns();

    [GeneratedRegex("reclaim|replenish|restor(?:e|ing)|reimburs|refund|repay|repaid|resum|reopen|made whole|make whole|bailout|reembols|rembours|erstatt|entschädig|rimbors|reembols|возмест|возмещ|компенсир|보상|배상|補償|返金|弁済|赔付|赔偿|恢复|恢復|賠付|賠償", RegexOptions.IgnoreCase)]
    private static partial Regex Restores();
}
