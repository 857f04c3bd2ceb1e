using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alerts.Core.Subscriptions;

/// <summary>Verifies a caller's Standard Webhooks signature: <c>v1,base64(HMAC-SHA256(id.timestamp.body))</c>, several divided by blanks.</summary>
public static class SignedRequest
{
    public const string SecretPrefix = "whsec_";

    private const string Version = "v1,";

    /// <summary>How far the caller's clock may be from ours, and so how long a request that was overheard can be repeated.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(5);

    /// <returns>Null where the signature fits; else why it does not, in words for the caller.</returns>
    public static string? WhyNot(string secret, string id, string timestamp, ReadOnlySpan<byte> body, string signatures, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return "webhook-timestamp must be seconds since 1970";
        }

        if (Math.Abs(seconds - now.ToUnixTimeSeconds()) > (long)Window.TotalSeconds)
        {
            return $"webhook-timestamp is more than {Window.TotalMinutes:0} minutes from the time here, {now.ToUnixTimeSeconds()}";
        }

        var key = new byte[secret.Length];
        if (!Convert.TryFromBase64String(secret[SecretPrefix.Length..], key, out var keyLength))
        {
            return "the key has no secret to sign with";
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.AsSpan(0, keyLength), signed, expected);

        var fits = false;
        foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            fits |= Fits(signature, expected);
        }

        return fits ? null : "no signature in webhook-signature fits the body and the secret";
    }

    private static bool Fits(string signature, ReadOnlySpan<byte> expected)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature.StartsWith(Version, StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature[Version.Length..], given, out var length)
            && CryptographicOperations.FixedTimeEquals(given[..length], expected);
    }
}
