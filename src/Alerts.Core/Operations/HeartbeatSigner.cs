using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Alerts.Core.Subscriptions.Tokens;

namespace Alerts.Core.Operations;

/// <summary>
/// Signs heartbeats with the keys that sign tokens: <c>KEYID.base64url(HMAC-SHA256(key, statement))</c>. The first key signs, all
/// verify. Who has the key could forge one; who has not, such as whoever can write to storage, cannot.
/// </summary>
public sealed class HeartbeatSigner(IReadOnlyList<TokenKey> keys)
{
    public string Sign(string statement) => Sign(keys[0], statement);

    public bool IsSigned(string statement, string signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var dot = signature.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && keys.FirstOrDefault(key => key.Id == signature[..dot]) is { } key
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(key, statement)), Encoding.UTF8.GetBytes(signature));
    }

    private static string Sign(TokenKey key, string statement) =>
        $"{key.Id}.{Base64Url.EncodeToString(HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes(statement)))}";
}
