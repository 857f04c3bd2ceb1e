using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories.Amounts;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Incidents;

/// <summary>The known thefts of the knowledge base as incidents, so that an old story retold has something to attach to.</summary>
public static class ShippedIncidents
{
    private const string Publisher = "Alerts, known thefts";

    private static readonly Lazy<IReadOnlyList<Incident>> s_all = new(() => [.. KnowledgeBase.BuiltIn.Incidents.Select(Of)]);

    public static IReadOnlyList<Incident> All => s_all.Value;

    public static Incident? Find(string id) => All.FirstOrDefault(incident => incident.Id == id);

    /// <summary>Adds those that the store does not have: at each start, so that a newer version brings its own.</summary>
    public static async Task AddToAsync(IIncidentStore incidents, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incidents);
        await Task.WhenAll(All.Select(async incident =>
        {
            if (await incidents.GetAsync(incident.Id, cancellationToken) is null) await incidents.TrySaveAsync(incident, cancellationToken);
        }));
    }

    private static Incident Of(KnownTheft theft)
    {
        var at = theft.At;
        var facts = new ClaimSource(theft.Id, 1, theft.Name, "", Publisher, SourceTier.Established, "en", at);
        var ledger = ClaimLedger.Empty.With(facts, [.. FactsOf(theft)]);
        var number = 0;
        foreach (var attribution in theft.Attribution.Select(AttributionOf).OfType<Claim>())
        {
            ledger = ledger.With(facts with { ArticleId = $"{theft.Id}-{++number}", Publisher = attribution.By ?? Publisher }, [attribution]);
        }

        return new Incident { Id = theft.Id, Name = theft.Name, OpenedAt = at, UpdatedAt = at, IsShipped = true, Note = theft.Note, Claims = ledger };
    }

    private static IEnumerable<Claim> FactsOf(KnownTheft theft)
    {
        foreach (var victim in theft.Victims) yield return new Claim { Field = ClaimField.Victim, Value = NameOf(victim) };
        foreach (var usd in new[] { theft.AmountUsdLow, theft.AmountUsdHigh }.OfType<decimal>().Distinct())
        {
            yield return new Claim { Field = ClaimField.Amount, Value = UsdText.Of(usd), Usd = usd };
        }

        if (theft.Assets is { } assets) yield return new Claim { Field = ClaimField.Taken, Value = assets };
        if (theft.Date.Length == 10) yield return new Claim { Field = ClaimField.Date, Value = theft.Date };
        foreach (var actor in theft.Attribution.SelectMany(claim => claim.Actors).Distinct()) yield return new Claim { Field = ClaimField.Actor, Value = NameOf(actor) };
    }

    private static Claim? AttributionOf(AttributionClaim claim)
    {
        var denies = claim is { Actors.Count: 0, Status: "other", Note: not null };
        if (claim.Actors.Count == 0 && !denies) return null;
        List<string> names = denies ? [NamelessActors.State] : [.. claim.Actors.Select(NameOf)];
        return new Claim
        {
            Field = ClaimField.Attribution,
            Value = (denies ? "not " : "") + string.Join(", ", names),
            Names = names,
            By = claim.Source,
            Hedge = denies ? Hedge.Denied : claim.Status == "suspected" ? Hedge.Suspected : Hedge.Stated,
            Status = claim.Status switch
            {
                "official" => AttributionStatus.Official,
                "vendor" => AttributionStatus.Vendor,
                _ => denies ? AttributionStatus.None : AttributionStatus.Suspected,
            },
        };
    }

    private static string NameOf(string concept) => KnowledgeBase.BuiltIn.Find(concept) is { } known ? NamelessActors.Are(known.Id) ? NamelessActors.State : known.Name : concept;
}
