using System.Security.Cryptography;
using System.Text;

namespace Alerts.Core.Sources.WebSub;

/// <summary>
/// What is shared with hubs is derived, not stored: the token in a callback's address proves that we asked for this topic, the secret
/// signs what the hub pushes. The first key makes them, all of them verify.
/// </summary>
public sealed class HubKeys(IReadOnlyList<byte[]> keys)
{
    public bool Any => keys.Count > 0;

    public string TokenFor(string sourceId, Uri topic) => Token(keys[0], sourceId, topic.AbsoluteUri);

    public string SecretFor(string sourceId) => Secret(keys[0], sourceId);

    public bool IsToken(string sourceId, string? topic, string token)
    {
        if (!Uri.TryCreate(topic, UriKind.Absolute, out var url))
        {
            return false;
        }

        var given = Encoding.UTF8.GetBytes(token);
        return keys.Any(key => CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Token(key, sourceId, url.AbsoluteUri))));
    }

    /// <param name="header">X-Hub-Signature, "sha256=0123...".</param>
    public bool IsSigned(string sourceId, string? header, ReadOnlySpan<byte> body)
    {
        if (header?.Split('=', 2) is not [var method, var hex] || hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var given = Convert.FromHexString(hex);
        foreach (var key in keys)
        {
            var secret = Encoding.UTF8.GetBytes(Secret(key, sourceId));
            if (Sign(method, secret, body) is { } expected && CryptographicOperations.FixedTimeEquals(given, expected))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[]? Sign(string method, byte[] secret, ReadOnlySpan<byte> body) => method switch
    {
#pragma warning disable CA5350 // The protocol's oldest method; forging it takes the secret, not a collision.
        "sha1" => HMACSHA1.HashData(secret, body),
#pragma warning restore CA5350
        "sha256" => HMACSHA256.HashData(secret, body),
        "sha384" => HMACSHA384.HashData(secret, body),
        "sha512" => HMACSHA512.HashData(secret, body),
        _ => null,
    };

    private static string Token(byte[] key, string sourceId, string topic) => Derive(key, $"websub token\n{sourceId}\n{topic}")[..32];

    private static string Secret(byte[] key, string sourceId) => Derive(key, $"websub secret\n{sourceId}");

    private static string Derive(byte[] key, string what) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(what)));
}
