using Alerts.Core.Sources;
using Alerts.Core.Stories.Claims;

namespace Alerts.Web.Api.Views;

/// <summary>One claim of one publisher, with the article that made it first.</summary>
/// <param name="By">Who says so, where the article cites somebody.</param>
/// <param name="Quote">The words that it was read from; absent for what came with the product.</param>
public sealed record ClaimView(
    ClaimField Field, string Value, Hedge Hedge, string? By, AttributionStatus Status, decimal? Usd, bool UsdIsEstimate, string? Network, string Publisher, SourceTier Tier, string ArticleId,
    string Title, string Url, DateTimeOffset At, Quote? Quote, int Articles)
{
    public static ClaimView Of(ClaimLedger ledger, LedgerClaim entry)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(entry);
        var (claim, source, quote) = (entry.Claim, ledger.SourceOf(entry), entry.Sightings[0].Quote);
        return new(
            claim.Field, claim.Value, claim.Hedge, claim.By, claim.Status, claim.Usd, claim.UsdIsEstimate, claim.Network, entry.Publisher, source.Tier, source.ArticleId, source.Title,
            source.Url, source.At, quote.Text.Length > 0 ? quote : null, entry.Sightings.Count);
    }
}
