namespace Alerts.Core.Stories.Claims;

/// <summary>What is to be taken from many claims for the present: a pure function of the ledger, and so of no order.</summary>
internal static class LedgerFacts
{
    private const int MaxNames = 12;
    private const int MaxFew = 6;

    public static StoryFacts Of(ClaimLedger ledger)
    {
        var amount = AmountConsensus.Of(ledger);
        var attributions = AttributionLedger.Of(ledger);
        return new StoryFacts(
            Common(ledger, ClaimField.Victim, MaxNames), Common(ledger, ClaimField.Actor, MaxNames), amount?.Usd, amount?.Text ?? AmountAsWritten(ledger), Common(ledger, ClaimField.Chain, MaxFew))
        {
            AmountUsdLow = amount?.Low,
            AmountUsdHigh = amount?.High,
            AmountIsEstimate = amount?.IsEstimate ?? false,
            AmountPublishers = amount?.Publishers ?? 0,
            Taken = TakenOf(ledger),
            Date = DateOf(ledger),
            Kinds = Common(ledger, ClaimField.Kind, MaxFew),
            Attribution = attributions.Count > 0 ? attributions.Max(line => line.Status) : AttributionStatus.None,
            Attributions = attributions,
            Funds = FundsOf(ledger, amount?.High),
            Statements = StatementsOf(ledger),
        };
    }

    /// <summary>A sum in a unit that has no rate.</summary>
    private static string? AmountAsWritten(ClaimLedger ledger) => ledger.Of(ClaimField.Amount).FirstOrDefault()?.Claim.Value;

    /// <summary>Values by how many families tell them, those told first before others.</summary>
    private static List<string> Common(ClaimLedger ledger, ClaimField field, int take) =>
    [
        .. ledger.Of(field).Where(entry => entry.Claim.Hedge != Hedge.Denied).GroupBy(entry => entry.Claim.Value, StringComparer.Ordinal)
            .OrderByDescending(Families).ThenBy(group => group.Min(entry => At(ledger, entry))).ThenBy(group => group.Key, StringComparer.Ordinal).Take(take).Select(group => group.Key),
    ];

    /// <summary>For each token what was told last.</summary>
    private static List<string> TakenOf(ClaimLedger ledger) =>
    [
        .. ledger.Of(ClaimField.Taken).GroupBy(entry => entry.Claim.Value[(entry.Claim.Value.LastIndexOf(' ') + 1)..], StringComparer.Ordinal)
            .Select(unit => unit.GroupBy(entry => entry.Claim.Value, StringComparer.Ordinal).OrderByDescending(Families).ThenByDescending(group => group.Max(entry => At(ledger, entry))).First())
            .OrderByDescending(Families).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MaxFew).Select(group => group.Key),
    ];

    /// <summary>A day that is written out outweighs one that is told from the day of publication.</summary>
    private static string? DateOf(ClaimLedger ledger) => ledger.Of(ClaimField.Date).GroupBy(entry => entry.Claim.Value, StringComparer.Ordinal)
        .OrderByDescending(group => group.Any(entry => entry.Claim.Hedge == Hedge.Stated)).ThenByDescending(Families).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    private static List<FundsFact> FundsOf(ClaimLedger ledger, decimal? most) =>
    [
        .. from entry in ledger.Of(ClaimField.Funds)
           where entry.Claim.Hedge is Hedge.Stated or Hedge.Likely
           group entry by entry.Claim.Value into state
           orderby state.Key
           let latest = state.Where(entry => entry.Claim.Usd is { } usd && (most is null || usd <= most)).OrderByDescending(entry => At(ledger, entry)).ThenByDescending(entry => entry.Claim.Usd).FirstOrDefault()
           select new FundsFact(state.Key, latest?.Claim.Usd, latest?.Claim.UsdIsEstimate ?? false),
    ];

    /// <summary>Of a confirmation and a denial what the victim was last told to have said for the first time.</summary>
    private static List<string> StatementsOf(ClaimLedger ledger)
    {
        var told = ledger.Of(ClaimField.Statement).GroupBy(entry => entry.Claim.Value, StringComparer.Ordinal)
            .Select(group => (group.Key, Last: group.Max(entry => At(ledger, entry)))).OrderBy(value => value.Key, StringComparer.Ordinal).ToList();
        var stand = told.Where(value => value.Key is Statements.Confirmed or Statements.Denied).OrderByDescending(value => value.Last).Take(1).Select(value => value.Key);
        return [.. stand, .. told.Select(value => value.Key).Where(value => value is not (Statements.Confirmed or Statements.Denied))];
    }

    private static int Families(IEnumerable<LedgerClaim> entries) => entries.Select(entry => entry.Publisher).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static DateTimeOffset At(ClaimLedger ledger, LedgerClaim entry) => ledger.SourceOf(entry).At;
}
