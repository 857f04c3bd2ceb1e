using Alerts.Core.Stories;
using Alerts.Core.Stories.Amounts;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Incidents;

/// <summary>What was believed when, and with which article it changed: read from the claims, so that it is the same in whatever order they came.</summary>
public static class IncidentHistory
{
    private const int MaxChanges = 60;

    public static IReadOnlyList<IncidentChange> Of(ClaimLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var changes = new List<IncidentChange>();
        var before = StoryFacts.None;
        foreach (var source in ledger.Sources.DistinctBy(source => source.At))
        {
            var now = LedgerFacts.Of(ledger.Until(source.At));
            Add("amount", AmountOf(before), AmountOf(now));
            Add("attribution", before.AttributionText, now.AttributionText);
            Add("date", before.Date, now.Date);
            Add("funds", FundsOf(before), FundsOf(now));
            Add("victim's word", WordOf(before), WordOf(now));
            before = now;

            void Add(string fact, string? from, string? to)
            {
                if (to is not null && to != from && changes.Count < MaxChanges) changes.Add(new(source.At, fact, from, to, source.Publisher, source.Url));
            }
        }

        return changes;
    }

    private static string? AmountOf(StoryFacts facts) => facts.AmountUsd is { } usd ? UsdText.Of(usd, facts.AmountIsEstimate) : null;

    private static string? FundsOf(StoryFacts facts) => facts.Funds.Count == 0 ? null : string.Join(", ", facts.Funds.Select(fact => fact.Text));

    private static string? WordOf(StoryFacts facts) => facts.Statements.Count == 0 ? null : string.Join(", ", facts.Statements);
}

/// <param name="Publisher">Whose article made the difference.</param>
public sealed record IncidentChange(DateTimeOffset At, string Fact, string? From, string To, string Publisher, string Url);
