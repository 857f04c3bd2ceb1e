using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories.Claims;

/// <summary>Where the loot is, as far as it is done and not only wished for.</summary>
internal static class FundsClaims
{
    private const int Beginning = 12;

    /// <summary>Looked at in one sentence: text without full stops is to cost no more.</summary>
    private const int MaxCues = 32;

    /// <summary>Whether a sum stands nearer to what became of the loot than to the theft, or is what the sentence begins with: "40 million of the stolen funds were frozen".</summary>
    public static bool IsOfFunds(ClaimSentence sentence, int start, int end)
    {
        if (sentence.Has(ClaimCues.Intent)) return false;
        var distances = sentence.Cues.Where(cue => Of(cue.Id) is not null).Take(MaxCues).Select(cue => Math.Max(cue.Start - end, start - cue.End)).ToList();
        return distances.Count > 0 && (start - sentence.Start <= Beginning || !(sentence.ToDeed(start, end) <= distances.Min()));
    }

    public static IEnumerable<Claim> Read(ClaimText text)
    {
        foreach (var sentence in text.OnTopic)
        {
            if (text.Victim is null || sentence.Has(ClaimCues.Intent) || sentence.Has(ClaimCues.NoLink)) continue;
            var cues = sentence.Cues.Where(cue => Of(cue.Id) is not null).Take(MaxCues).ToList();
            if (cues.Count == 0) continue;
            var sums = AmountReader.Read(sentence.Words, text.Reading.Language, text.SumsAt)
                .Where(amount => amount.Usd is not null && IsOfFunds(sentence, sentence.Start + amount.Start, sentence.Start + amount.End)).ToList();
            foreach (var cue in cues)
            {
                if (Of(cue.Id) is not { } state || (state == FundsStates.Frozen && sentence.Has(ClaimCues.Pauses))) continue;
                var sum = sums.OrderBy(amount => Math.Abs(sentence.Start + amount.Start - cue.Start)).FirstOrDefault();
                if (sum is null && !sentence.HasDeed && !sentence.IsLead) continue;
                yield return new Claim
                {
                    Field = ClaimField.Funds,
                    Value = state,
                    Usd = sum?.Usd is { } usd ? decimal.Round(usd) : null,
                    UsdIsEstimate = sum is { UsdIsEstimate: true, Unit: not null },
                    Hedge = HedgeReader.Of(sentence),
                    Quote = sentence.Quote(cue),
                };
            }
        }
    }

    private static string? Of(string cue) => cue switch
    {
        ClaimCues.Frozen => FundsStates.Frozen,
        ClaimCues.Recovered => FundsStates.Recovered,
        ClaimCues.Laundered => FundsStates.Laundered,
        _ => null,
    };
}
