using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Cues;

namespace Alerts.Core.Stories.Claims;

/// <summary>What the victim itself says or does: its name comes before the word, and nobody else's between.</summary>
internal static class StatementClaims
{
    private const int Reach = 140;
    private const int NegationReach = 16;

    private static readonly string[] s_negations =
        ["not ", "n't ", "yet to ", "never ", "nicht ", "noch nicht", "kein", "n'a pas ", "ne ", "pas encore", "no ha ", "no ", "sin ", "не ", "未", "没有", "沒有", "尚未", "안 ", "못 "];

    public static IEnumerable<Claim> Read(ClaimText text)
    {
        if (text.Victim is not { } victim) yield break;
        foreach (var sentence in text.Sentences)
        {
            if (!sentence.Names(victim)) continue;
            foreach (var cue in sentence.Cues)
            {
                if (Of(cue.Id) is { } value && Speaks(sentence, victim, cue) && (value is Statements.Reimburses or Statements.Paused || sentence.HasDeed))
                {
                    yield return new Claim { Field = ClaimField.Statement, Value = value, By = victim, Hedge = HedgeReader.Of(sentence) == Hedge.Likely ? Hedge.Likely : Hedge.Stated, Quote = sentence.Quote(cue) };
                }
            }
        }
    }

    private static string? Of(string cue) => cue switch
    {
        Cues.Confirms => Statements.Confirmed,
        Cues.Denies => Statements.Denied,
        Cues.Reimburses => Statements.Reimburses,
        Cues.Pauses => Statements.Paused,
        _ => null,
    };

    private static bool Speaks(ClaimSentence sentence, string victim, Cue cue)
    {
        var name = sentence.Mentions.LastOrDefault(mention => mention.Kind == Kinds.Victim && mention.Name == victim && mention.Start < cue.Start);
        if (name is null || cue.Start - name.End > Reach) return false;
        if (sentence.Cues.Any(other => Cues.IsClaimant(other) && other.Start > name.Start && other.Start < cue.Start)) return false;
        // Somebody speaks of the victim: "police confirmed that Upbit was hacked".
        if (sentence.Cues.Any(other => Cues.IsClaimant(other) && other.Start < name.Start) && cue.Id is Cues.Confirms or Cues.Denies) return false;
        var before = sentence.Text[Math.Max(sentence.Start, cue.Start - NegationReach)..cue.Start].ToLowerInvariant();
        return !s_negations.Any(before.Contains);
    }
}
