namespace Alerts.Core.Stories.Claims;

internal static class HedgeReader
{
    /// <summary>Of the whole sentence: what denies outweighs what suspects, and that what calls likely.</summary>
    public static Hedge Of(ClaimSentence sentence) =>
        sentence.Has(ClaimCues.NoLink) ? Hedge.Denied : sentence.Has(ClaimCues.Suspected) ? Hedge.Suspected : sentence.Has(ClaimCues.Likely) ? Hedge.Likely : Hedge.Stated;
}
