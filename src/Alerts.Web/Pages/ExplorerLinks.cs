using Alerts.Core.Stories.Claims;

namespace Alerts.Web.Pages;

/// <summary>Where an address or a transaction can be looked up.</summary>
internal static class ExplorerLinks
{
    /// <returns>Null where its network is not known.</returns>
    public static string? Of(Claim claim) => (claim.Network, claim.Field) switch
    {
        ("Bitcoin", ClaimField.Address) => "https://mempool.space/address/" + claim.Value,
        ("Ethereum", ClaimField.Address) => "https://etherscan.io/address/" + claim.Value,
        ("Ethereum", ClaimField.Transaction) => "https://etherscan.io/tx/" + claim.Value,
        ("Tron", ClaimField.Address) => "https://tronscan.org/#/address/" + claim.Value,
        ("Solana", ClaimField.Address) => "https://solscan.io/account/" + claim.Value,
        ("Solana", ClaimField.Transaction) => "https://solscan.io/tx/" + claim.Value,
        _ => null,
    };
}
