using System.Security.Cryptography;
using System.Text;

namespace Alerts.Core.Subscriptions.Tokens;

/// <summary>
/// What may be kept of an address once it is erased: a keyed hash, from which nobody without the key finds the address, not even by
/// trying likely ones.
/// </summary>
public sealed class AddressHashes(IReadOnlyList<TokenKey> keys)
{
    /// <returns>By each key, that which signs first: what was kept under an older key is still found.</returns>
    public IReadOnlyList<string> Of(string normalisedAddress) =>
        [.. keys.Select(key => Convert.ToHexStringLower(HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes("alerts-address-1." + normalisedAddress))))];
}
