namespace Alerts.Core.Stories.Claims;

/// <summary>How it was done, and on which network: words that stand near the deed.</summary>
internal static class CueClaims
{
    private const int Near = 100;

    public static IEnumerable<Claim> Read(ClaimText text) =>
        from sentence in text.OnTopic
        where text.Victim is not null
        from cue in sentence.Cues
        where cue.Note is ClaimCues.Kind or ClaimCues.Chain && sentence.ToDeed(cue.Start, cue.End) <= Near
        select new Claim { Field = cue.Note == ClaimCues.Kind ? ClaimField.Kind : ClaimField.Chain, Value = cue.Name, Hedge = HedgeReader.Of(sentence), Quote = sentence.Quote(cue) };
}
