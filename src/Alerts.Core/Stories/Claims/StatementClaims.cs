using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Cues;

namespace Alerts.Core.Stories.Claims;

/// <summary>What the victim itself says or does: its name comes before the word, and nobody else's between.</summary>
internal static class StatementClaims
{
    private const int Reach = 140;

    /// <summary>"Has not officially confirmed".</summary>
    private const int NegationBefore = 16;

    /// <summary>"확인하지 않았다", "確認していない": in languages whose verb comes last the word before it is denied.</summary>
    private const int NegationAfter = 4;

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
        ClaimCues.Confirms => Statements.Confirmed,
        ClaimCues.Denies => Statements.Denied,
        ClaimCues.Reimburses => Statements.Reimburses,
        ClaimCues.Pauses => Statements.Paused,
        _ => null,
    };

    private static bool Speaks(ClaimSentence sentence, string victim, Cue cue)
    {
        var name = sentence.Mentions.LastOrDefault(mention => mention.Kind == Kinds.Victim && mention.Name == victim && mention.Start < cue.Start);
        if (name is null || cue.Start - name.End > Reach) return false;
        if (sentence.Cues.Any(other => ClaimCues.IsClaimant(other) && other.Start > name.Start && other.Start < cue.Start)) return false;
        // Somebody speaks of the victim: "police confirmed that Upbit was hacked".
        if (sentence.Cues.Any(other => ClaimCues.IsClaimant(other) && other.Start < name.Start) && cue.Id is ClaimCues.Confirms or ClaimCues.Denies) return false;
        return !sentence.Cues.Any(other => other.Id is ClaimCues.Negates or ClaimCues.NoLink && IsOf(sentence.Text, other, cue));
    }

    private static bool IsOf(string text, Cue negation, Cue cue)
    {
        var (before, after) = (cue.Start - negation.End, negation.Start - cue.End);
        return before is >= 0 and <= NegationBefore || (after is >= 0 and <= NegationAfter && Scripts.IsUnspaced(text[negation.Start]));
    }
}
