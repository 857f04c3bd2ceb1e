using System.Text.RegularExpressions;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>
/// Corrects the kind of news by whom it is about: "the largest of the year" makes no retrospective of one victim's loss, and a headline
/// that asks why or how, with neither victim nor sum, explains and reports nothing.
/// </summary>
internal static partial class EventKind
{
    /// <summary>Gaps between words from a rank to the venues ranked: three words may stand there.</summary>
    private const int RankedWords = 4;

    /// <summary>Characters from a rank to the theft ranked, in languages of short words.</summary>
    private const int RankedReach = 10;

    public static NewsKind Of(Headline headline, string? victim, int victims, Amount? amount)
    {
        var reading = headline.Reading;
        var kind = reading.Matched.First().Kind;
        var names = headline.HasVictim || headline.Has(Kinds.Amount);
        var looksBack = headline.Mentions.Exists(mention => mention.Concept == "look-back");
        if (kind is NewsKind.Retrospective or NewsKind.RoundUp && victim is not null && amount is not null && (names || victims == 1 || RanksVenue(headline) || RanksTheft(headline))
            && (!looksBack || headline.Says(HeadlineCues.FirstOfItsKind)) && !headline.Says(HeadlineCues.Lessons)) return NewsKind.NewEvent;
        return kind is NewsKind.NewEvent or NewsKind.FollowUp && !names && Asks(headline) ? NewsKind.Opinion : kind;
    }

    /// <summary>A question begins a headline; in Korean, Japanese and Chinese its word may stand anywhere.</summary>
    private static bool Asks(Headline headline) => headline.CuesOf(HeadlineCues.Asks).Any(cue => cue.Start == 0 || Scripts.IsUnspaced(headline.Title[cue.Start])) || Defines().IsMatch(headline.Title);

    /// <summary>"One of the largest exchanges": the venue is ranked, not the theft.</summary>
    private static bool RanksVenue(Headline headline) => headline.CuesOf(HeadlineCues.OneOfTheLargest).Any(rank =>
        headline.CuesOf(HeadlineCues.Venues).Any(venues => venues.Start > rank.End && headline.Title.AsSpan(rank.End, venues.Start - rank.End).CountAny(' ', '-') <= RankedWords));

    /// <summary>"The largest hack ever": one theft, however it is ranked.</summary>
    private static bool RanksTheft(Headline headline) => headline.CuesOf(HeadlineCues.LargestEver).Any(rank =>
        headline.Mentions.Exists(mention => mention.Kind == Kinds.Theft && mention.Start - rank.End is >= 0 and <= RankedReach));

    [GeneratedRegex("とは$|란\\?+$")]
    private static partial Regex Defines();
}
