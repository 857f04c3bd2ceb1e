using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Sources;

namespace Alerts.Core.Stories.Claims;

/// <summary>
/// Who is said to have done it, by whom, how surely. A sentence counts that names a group, a person or the state beside a word of
/// attribution, or beside the theft itself where it is the headline's or the victim's; a list of earlier thefts does not.
/// </summary>
internal static class AttributionClaims
{
    public static IEnumerable<Claim> Read(ClaimText text)
    {
        foreach (var sentence in text.OnTopic)
        {
            var named = sentence.Mentions.Where(mention => mention.Kind is Kinds.Actor or Kinds.Person or Kinds.State or Kinds.Agency).ToList();
            if (named.Count == 0 || IsBackground(text, sentence)) continue;
            // "Linked" in "North Korea-linked" is part of the name, not of the sentence.
            var cues = sentence.Cues.Where(cue => !named.Exists(mention => cue.Start < mention.End && mention.Start < cue.End)).ToList();
            var told = sentence with { Cues = cues };
            var asserts = told.Has(ClaimCues.Attributes) || told.Has(ClaimCues.NoLink);
            if (!asserts && !(sentence.HasDeed && (sentence.Field == ArticleField.Title || Names(text, sentence)))) continue;
            var names = NamesOf(named);
            var hedge = HedgeReader.Of(told);
            var quote = sentence.Quote(named[0].Start, named[0].Length);
            foreach (var (by, rank) in ClaimantsOf(text, told)) yield return Of(names, hedge, by, rank, quote);
        }
    }

    private static Claim Of(IReadOnlyList<string> names, Hedge hedge, string? by, string? rank, Quote quote) => new()
    {
        Field = ClaimField.Attribution,
        Value = (hedge == Hedge.Denied ? "not " : "") + string.Join(", ", names),
        Names = names,
        Hedge = hedge,
        By = by,
        Status = StatusOf(hedge, rank),
        Quote = quote,
    };

    private static AttributionStatus StatusOf(Hedge hedge, string? rank) => (hedge, rank) switch
    {
        (Hedge.Denied, _) => AttributionStatus.None,
        (Hedge.Stated, ClaimCues.Official) => AttributionStatus.Official,
        (Hedge.Stated or Hedge.Likely, ClaimCues.Vendor or ClaimCues.Researcher) => AttributionStatus.Vendor,
        _ => AttributionStatus.Suspected,
    };

    private static bool Names(ClaimText text, ClaimSentence sentence) => text.Victim is { } victim && sentence.Names(victim);

    /// <summary>Totals and earlier deeds, and what is far from the lead without naming the victim.</summary>
    private static bool IsBackground(ClaimText text, ClaimSentence sentence) =>
        (sentence.Field != ArticleField.Title && !Names(text, sentence) && sentence.Mentions.Any(mention => mention.Concept is "totals" or "look-back"))
        || !(sentence.IsLead || Names(text, sentence) || (text.Victim is not null && sentence.Cues.Any(ClaimCues.IsClaimant)));

    private static List<string> NamesOf(List<Mention> named)
    {
        var names = named.Where(mention => mention.Kind is Kinds.Actor or Kinds.Person or Kinds.Agency && !NamelessActors.Are(mention.Concept))
            .Select(mention => mention.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return names.Count > 0 ? names : [NamelessActors.State];
    }

    /// <summary>Those with a name before those without; the publisher where there is none.</summary>
    private static IEnumerable<(string? By, string? Rank)> ClaimantsOf(ClaimText text, ClaimSentence sentence)
    {
        var claimants = sentence.Cues.Where(ClaimCues.IsClaimant).DistinctBy(cue => cue.Id).ToList();
        var named = claimants.Where(cue => !ClaimCues.IsGeneric(cue.Id)).ToList();
        var speaking = named.Count > 0 ? named : claimants.Take(1).ToList();
        // Experts without a name weigh no more than the press that cites them.
        if (speaking.Count > 0) return speaking.Select(cue => ((string?)cue.Name, cue.Note == ClaimCues.Researcher && ClaimCues.IsGeneric(cue.Id) ? null : cue.Note));
        var article = text.Reading.Article;
        return article.Tier == SourceTier.Official ? [(article.Publisher, ClaimCues.Official)] : [(null, null)];
    }
}
