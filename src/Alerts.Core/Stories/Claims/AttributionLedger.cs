namespace Alerts.Core.Stories.Claims;

/// <summary>Who says who did it, a line for each who says so.</summary>
internal static class AttributionLedger
{
    private const int MaxLines = 8;

    public static List<AttributionFact> Of(ClaimLedger ledger) =>
    [
        .. ledger.Of(ClaimField.Attribution).GroupBy(entry => (entry.Claim.By, Denied: entry.Claim.Hedge == Hedge.Denied))
            .Select(speaker => LineOf(ledger, [.. speaker]))
            .OrderByDescending(line => line.Status).ThenByDescending(line => line.Publishers).ThenBy(line => line.At).ThenBy(line => line.Text, StringComparer.Ordinal)
            .Take(MaxLines),
    ];

    /// <summary>Outlets retell one statement more or less exactly: the surest form that most of them tell.</summary>
    private static AttributionFact LineOf(ClaimLedger ledger, List<LedgerClaim> said)
    {
        var form = said.GroupBy(entry => (entry.Claim.Value, entry.Claim.Status, entry.Claim.Hedge))
            .OrderByDescending(group => group.Key.Status).ThenByDescending(Families).ThenBy(group => group.Key.Hedge).ThenByDescending(group => group.Max(entry => ledger.SourceOf(entry).At))
            .ThenBy(group => group.Key.Value, StringComparer.Ordinal).First();
        var claim = form.First().Claim;
        return new(claim.By, claim.Names, claim.Status, claim.Hedge, Families(said), said.Min(entry => ledger.SourceOf(entry).At));
    }

    private static int Families(IEnumerable<LedgerClaim> entries) => entries.Select(entry => entry.Publisher).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
