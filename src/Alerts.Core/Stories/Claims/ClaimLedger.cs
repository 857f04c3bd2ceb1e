using Alerts.Core.Sources;

namespace Alerts.Core.Stories.Claims;

/// <summary>
/// All that articles claim of one story or incident. A set: whatever the order in which articles come, and however often, the
/// ledger is the same; taking an article out takes its claims out (an echo that was cut before does not come back). Bounded: one publisher's repeats of a claim are folded, and of
/// each field so many claims are kept, each value before any of its echoes.
/// </summary>
public sealed record ClaimLedger(IReadOnlyList<ClaimSource> Sources, IReadOnlyList<LedgerClaim> Claims)
{
    public const int MaxPerField = 40;

    public static ClaimLedger Empty { get; } = new([], []);

    public IEnumerable<LedgerClaim> Of(ClaimField field) => Claims.Where(entry => entry.Claim.Field == field);

    public IEnumerable<string> ValuesOf(ClaimField field) => Of(field).Select(entry => entry.Claim.Value).Distinct(StringComparer.Ordinal);

    /// <summary>The sums that are claimed, in US dollars.</summary>
    public IEnumerable<decimal> Sums() => Of(ClaimField.Amount).Select(entry => entry.Claim.Usd).OfType<decimal>().Distinct();

    public ClaimSource SourceOf(LedgerClaim entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Find(entry.Sightings[0].ArticleId)!;
    }

    /// <summary>Whether this revision of the article, or a later one, is in it.</summary>
    public bool Has(string articleId, int revision) => Find(articleId) is { } known && known.Revision >= revision;

    /// <summary>A later revision takes the place of an earlier one; an earlier that comes late changes nothing where the later one claims something.</summary>
    /// <returns>This one, where all of it is an echo that is not kept.</returns>
    public ClaimLedger With(ClaimSource source, IReadOnlyList<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(claims);
        if (Has(source.ArticleId, source.Revision) || (claims.Count == 0 && Find(source.ArticleId) is null)) return this;
        var others = Without(source.ArticleId);
        var ledger = Of([.. others.Sources, source], [.. others.Claims, .. claims.Select(claim => new LedgerClaim(claim with { Quote = Quote.None }, source.Publisher, [new(source.ArticleId, claim.Quote)]))]);
        return IsSame(ledger) ? this : ledger;
    }

    public ClaimLedger Without(string articleId) => Without([articleId]);

    /// <summary>What articles claim that are gone from here to another story.</summary>
    public ClaimLedger Without(IReadOnlyCollection<string> articleIds)
    {
        ArgumentNullException.ThrowIfNull(articleIds);
        return Sources.Any(source => articleIds.Contains(source.ArticleId)) ? Of(Sources, Where(Claims, id => !articleIds.Contains(id))) : this;
    }

    /// <summary>What one article claims.</summary>
    public ClaimLedger Only(string articleId) => new([.. Sources.Where(source => source.ArticleId == articleId)], Where(Claims, id => id == articleId));

    /// <summary>What both say; of an article that is in both, the later revision.</summary>
    public ClaimLedger With(ClaimLedger other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var added = other.Sources.Where(source => !Has(source.ArticleId, source.Revision)).ToDictionary(source => source.ArticleId, StringComparer.Ordinal);
        if (added.Count == 0) return this;
        var ledger = Of(
            [.. Sources.Where(source => !added.ContainsKey(source.ArticleId)), .. added.Values],
            [.. Where(Claims, id => !added.ContainsKey(id)), .. Where(other.Claims, added.ContainsKey)]);
        return IsSame(ledger) ? this : ledger;
    }

    /// <summary>What was known at a time.</summary>
    public ClaimLedger Until(DateTimeOffset at)
    {
        var then = Sources.Where(source => source.At <= at).Select(source => source.ArticleId).ToHashSet(StringComparer.Ordinal);
        return new([.. Sources.Where(source => then.Contains(source.ArticleId))], Where(Claims, then.Contains));
    }

    /// <summary>As far as certain articles make them.</summary>
    private static List<LedgerClaim> Where(IEnumerable<LedgerClaim> claims, Func<string, bool> isOfThem) =>
        [.. claims.Select(entry => entry with { Sightings = [.. entry.Sightings.Where(sighting => isOfThem(sighting.ArticleId))] }).Where(entry => entry.Sightings.Count > 0)];

    private static ClaimLedger Of(IReadOnlyList<ClaimSource> sources, IReadOnlyList<LedgerClaim> claims)
    {
        var byId = sources.ToDictionary(source => source.ArticleId, StringComparer.Ordinal);
        var folded = claims.GroupBy(entry => (entry.Claim.Key, entry.Publisher)).Select(group => Fold(group, byId)).OfType<LedgerClaim>();
        var kept = folded.GroupBy(entry => entry.Claim.Field).SelectMany(field => Bound(field, byId)).ToList();
        var seen = kept.SelectMany(entry => entry.Sightings).Select(sighting => sighting.ArticleId).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. sources.Where(source => seen.Contains(source.ArticleId)).OrderBy(source => source.At).ThenBy(source => source.ArticleId, StringComparer.Ordinal)],
            [.. kept.OrderBy(entry => entry.Claim.Field).ThenBy(entry => PlaceOf(entry, byId))]);
    }

    private static LedgerClaim? Fold(IEnumerable<LedgerClaim> same, Dictionary<string, ClaimSource> byId)
    {
        // Of values that count as one the earliest is shown, as it was written.
        var ordered = same.Where(entry => entry.Sightings.Count > 0).OrderBy(entry => PlaceOf(entry, byId)).ToList();
        if (ordered.Count == 0) return null;
        var sightings = ordered.SelectMany(entry => entry.Sightings).OrderBy(sighting => byId[sighting.ArticleId].At).ThenBy(sighting => sighting.ArticleId, StringComparer.Ordinal);
        return ordered[0] with { Sightings = [.. sightings.DistinctBy(sighting => sighting.ArticleId).Take(LedgerClaim.MaxSightings)] };
    }

    /// <summary>Official sources first, then one claim of each value, then their echoes.</summary>
    private static IEnumerable<LedgerClaim> Bound(IEnumerable<LedgerClaim> field, Dictionary<string, ClaimSource> byId) => field
        .GroupBy(entry => entry.Claim.Key)
        .SelectMany(value => value.OrderBy(entry => byId[entry.Sightings[0].ArticleId].Tier).ThenBy(entry => PlaceOf(entry, byId)).Select((entry, echo) => (entry, echo)))
        .OrderBy(item => byId[item.entry.Sightings[0].ArticleId].Tier == SourceTier.Official ? -1 : item.echo)
        .ThenBy(item => PlaceOf(item.entry, byId))
        .Take(MaxPerField)
        .Select(item => item.entry);

    private static (DateTimeOffset At, string ArticleId, string Key) PlaceOf(LedgerClaim entry, Dictionary<string, ClaimSource> byId) =>
        (byId[entry.Sightings[0].ArticleId].At, entry.Sightings[0].ArticleId, entry.Claim.Key);

    private bool IsSame(ClaimLedger other) =>
        Sources.SequenceEqual(other.Sources) && Claims.Count == other.Claims.Count
        && Claims.Zip(other.Claims).All(pair => pair.First.Claim == pair.Second.Claim && pair.First.Publisher == pair.Second.Publisher && pair.First.Sightings.SequenceEqual(pair.Second.Sightings));

    private ClaimSource? Find(string articleId) => Sources.FirstOrDefault(source => source.ArticleId == articleId);
}
