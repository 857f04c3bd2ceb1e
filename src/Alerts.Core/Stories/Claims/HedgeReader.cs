namespace Alerts.Core.Stories.Claims;

internal static class HedgeReader
{
    /// <summary>Of the whole sentence: what denies outweighs what suspects, and that what calls likely.</summary>
    public static Hedge Of(ClaimSentence sentence) =>
        sentence.Has(Cues.NoLink) ? Hedge.Denied : sentence.Has(Cues.Suspected) ? Hedge.Suspected : sentence.Has(Cues.Likely) ? Hedge.Likely : Hedge.Stated;
}
