using Alerts.Core.Matching;

namespace Alerts.Core.Stories.Claims;

/// <summary>
/// What an article claims of an event: pure, from its words alone. Only what stands near words of theft and loss, and not near
/// somebody else's name, is taken; doubt takes nothing.
/// </summary>
public static class ClaimReader
{
    /// <summary>An article that says more says it of more than one event.</summary>
    private const int MaxClaims = 80;

    public static IReadOnlyList<Claim> Read(ArticleReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var text = ClaimText.Of(reading);
        var claims = NameClaims.Read(text).Concat(AmountClaims.Read(text));
        if (text.TellsAnEvent)
        {
            claims = claims
                .Concat(AttributionClaims.Read(text)).Concat(StatementClaims.Read(text)).Concat(FundsClaims.Read(text)).Concat(DateClaims.Read(text))
                .Concat(CueClaims.Read(text)).Concat(AddressClaims.Read(text));
        }

        return [.. claims.DistinctBy(claim => claim.Key).Take(MaxClaims)];
    }
}
