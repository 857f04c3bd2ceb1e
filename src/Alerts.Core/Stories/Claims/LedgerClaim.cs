namespace Alerts.Core.Stories.Claims;

/// <summary>One claim of one publisher, with the articles that it says so in.</summary>
/// <param name="Claim">Without its quote, which differs from article to article.</param>
/// <param name="Sightings">The earliest first.</param>
public sealed record LedgerClaim(Claim Claim, string Publisher, IReadOnlyList<Sighting> Sightings)
{
    public const int MaxSightings = 3;
}

/// <summary>Where a claim stands.</summary>
public sealed record Sighting(string ArticleId, Quote Quote);
