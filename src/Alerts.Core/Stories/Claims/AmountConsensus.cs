using Alerts.Core.Sources;

namespace Alerts.Core.Stories.Claims;

/// <summary>
/// Of all the sums that are told, the one to tell: that on which most publisher families agree within 5 %; an official source before
/// any number of others; of equals the newest, within the 5 % the one in the middle. A family counts with the newest sum that it has told, and a sum is as old as its
/// first telling: outlets go on repeating in the background what they have corrected long since. A range ("$90 to $100 million") counts as its middle, agrees with whatever lies
/// within it, and gives way to a sum that it agrees with.
/// </summary>
/// <param name="Low">The lowest sum told that is no more than three times away, so that a slip does not become a range.</param>
internal sealed record AmountConsensus(decimal Usd, string Text, bool IsEstimate, int Publishers, decimal Low, decimal High)
{
    private const decimal Tolerance = 0.05m;
    private const decimal Outlier = 3;

    public static AmountConsensus? Of(ClaimLedger ledger)
    {
        var told = ledger.Of(ClaimField.Amount).Where(entry => entry.Claim.Usd > 0)
            .Select(entry => new Vote(entry.Claim.Usd!.Value, entry.Claim.UsdLow ?? entry.Claim.Usd!.Value, entry.Claim.UsdHigh ?? entry.Claim.Usd!.Value, entry.Claim.Value, entry.Claim.UsdIsEstimate, entry.Publisher, ledger.SourceOf(entry).Tier, ledger.SourceOf(entry).At)).ToList();
        if (told.Count == 0) return null;
        var votes = told.GroupBy(vote => vote.Publisher, StringComparer.OrdinalIgnoreCase).Select(family => family.OrderBy(vote => vote.At).ThenBy(vote => vote.Usd).Last()).ToList();
        var best = votes.Select(centre => votes.Where(vote => Agree(vote, centre)).ToList())
            .OrderByDescending(cluster => cluster.Exists(vote => vote.Tier == SourceTier.Official)).ThenByDescending(cluster => cluster.Count)
            .ThenByDescending(cluster => cluster.Max(vote => vote.At)).ThenByDescending(cluster => cluster.Max(vote => vote.Usd)).First();
        var middle = best.Select(vote => vote.Usd).Order().ElementAt(best.Count / 2);
        var value = best.GroupBy(vote => vote.Usd)
            .OrderByDescending(group => group.Any(vote => vote.Tier == SourceTier.Official)).ThenByDescending(group => group.Any(vote => !vote.IsEstimate)).ThenByDescending(group => group.Any(vote => vote.Low == vote.High))
            .ThenByDescending(group => group.Count()).ThenBy(group => Math.Abs(group.Key - middle)).ThenByDescending(group => group.Max(vote => vote.At)).ThenByDescending(group => group.Key).First()
            .OrderBy(vote => vote.At).ThenBy(vote => vote.Publisher, StringComparer.Ordinal).First();
        var near = told.Where(vote => vote.Usd <= value.Usd * Outlier && vote.Usd * Outlier >= value.Usd).ToList();
        return new(value.Usd, value.Text, value.IsEstimate, best.Count, near.Min(vote => vote.Low), near.Max(vote => vote.High));
    }

    private static bool Agree(Vote one, Vote other) =>
        Math.Abs(one.Usd - other.Usd) <= Tolerance * Math.Max(one.Usd, other.Usd) || (one.Low <= other.Usd && other.Usd <= one.High) || (other.Low <= one.Usd && one.Usd <= other.High);

    private sealed record Vote(decimal Usd, decimal Low, decimal High, string Text, bool IsEstimate, string Publisher, SourceTier Tier, DateTimeOffset At);
}
