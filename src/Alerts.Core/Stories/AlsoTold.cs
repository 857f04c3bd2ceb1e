using Alerts.Core.Knowledge;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>
/// Which other steps a headline or lead tells beside the one that it makes its news of: "The insider behind the $44 million hack", who was arrested, is one outlet's theft and the
/// next one's arrest.
/// </summary>
internal static class AlsoTold
{
    private static readonly string[] s_blames = [HeadlineCues.Accuses, HeadlineCues.Blames, HeadlineCues.Convicts, HeadlineCues.JointStatement];

    private static readonly string[] s_court = [HeadlineCues.Arrests, HeadlineCues.Pleads, HeadlineCues.Sentences, HeadlineCues.Acquits];

    /// <summary>What a house promises its customers, and that it is broke, is told with the theft while that is news.</summary>
    private static bool IsOfFirstDays(Headline headline) => headline.TellsLoss || headline.Answer() switch
    {
        Headline.MadeWhole => headline.Says(HeadlineCues.Promises),
        Headline.End => headline.Says(HeadlineCues.Bankrupt),
        _ => false,
    };

    public static IReadOnlyList<StoryPhase> Of(Headline headline, StoryPhase phase)
    {
        if (phase == StoryPhase.Recovery) return IsOfFirstDays(headline) ? [StoryPhase.Theft] : [];
        if (phase is not (StoryPhase.Theft or StoryPhase.Attribution or StoryPhase.Prosecution)) return [];
        var reading = headline.Reading;
        var lead = HeadlineCues.InLead(reading, Headline.Lead).Select(cue => cue.Id).ToHashSet(StringComparer.Ordinal);
        var steps = new List<StoryPhase>();
        if (phase != StoryPhase.Attribution && IsBlamed()) steps.Add(StoryPhase.Attribution);
        if (phase != StoryPhase.Prosecution && Tells(s_court)) steps.Add(StoryPhase.Prosecution);
        return steps;

        bool Tells(string[] cues) => cues.Any(cue => headline.Says(cue) || lead.Contains(cue));

        bool IsBlamed()
        {
            if (headline.IsDoubted) return PhaseFinder.TellsWhoseDeed(headline);
            // A headline that calls the thieves by their name says who did it.
            if (headline.NamesAccused) return true;
            var early = reading.Mentions.Where(mention => mention is { Field: ArticleField.Text, Start: < Headline.Lead }).ToList();
            return early.Exists(Headline.IsAccused) && !early.Exists(mention => mention.Kind == Kinds.Hedge) && (Tells(s_blames) || early.Exists(mention => mention.Kind == Kinds.Analyst || Offices.IsOffice(mention)));
        }
    }
}
