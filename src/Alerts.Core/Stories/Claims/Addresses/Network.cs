namespace Alerts.Core.Stories.Claims.Addresses;

/// <summary>Whose rules an address or a transaction id keeps.</summary>
public enum Network
{
    /// <summary>A transaction id of 32 bytes looks alike on several.</summary>
    Unknown,
    Bitcoin,

    /// <summary>Ethereum and the networks that share its addresses.</summary>
    Ethereum,
    Tron,
    Solana,
}
