using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Alerts.Core.Subscriptions.Tokens;

/// <summary>
/// Signs and verifies the tokens that stand in links of mails: one purpose, one subscription, one generation of its sign-up.
/// <code>
/// token   = key id "." base64url(payload HMAC-SHA256)
/// signed  = "alerts-token-1" "." key id "." payload
/// </code>
/// A token has exactly one spelling: base64url that decodes to the same bytes but is written otherwise is refused.
/// The first key signs; every key verifies, so a new one is put in front and the old one stays as long as its tokens shall live.
/// </summary>
public sealed class SubscriptionTokens
{
    private const int MacLength = HMACSHA256.HashSizeInBytes;
    private const int MaxTokenLength = 512;

    private readonly TimeProvider time;
    private readonly TokenKey signer;
    private readonly Dictionary<string, TokenKey> keyOf;

    /// <exception cref="ArgumentException">There is no key, or two have the same id.</exception>
    public SubscriptionTokens(IReadOnlyList<TokenKey> keys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
            throw new ArgumentException("There is no key to sign tokens with.", nameof(keys));

        this.time = time;
        signer = keys[0];
        keyOf = keys.ToDictionary(key => key.Id, StringComparer.Ordinal);
    }

    public string Sign(TokenPurpose purpose, string subscriptionId, int generation)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscriptionId);
        var expiresAt = TokenLifetime.Of(purpose) is { } lifetime ? checked((uint)(time.GetUtcNow() + lifetime).ToUnixTimeSeconds()) : 0;
        var payload = new TokenPayload(purpose, subscriptionId, generation, expiresAt).ToBytes();
        return signer.Id + "." + Base64Url.EncodeToString([.. payload, .. MacOf(signer, payload)]);
    }

    public TokenOutcome Verify(TokenPurpose purpose, string? token)
    {
        if (token is null || token.Length > MaxTokenLength)
            return TokenOutcome.Invalid.Instance;

        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || !keyOf.TryGetValue(token[..dot], out var key) || Decode(token.AsSpan(dot + 1)) is not { } bytes || bytes.Length <= MacLength)
            return TokenOutcome.Invalid.Instance;

        var signed = bytes.AsSpan(0, bytes.Length - MacLength);
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(signed.Length), MacOf(key, signed))
            || TokenPayload.TryRead(signed) is not { } payload || payload.Purpose != purpose)
        {
            return TokenOutcome.Invalid.Instance;
        }

        return payload.ExpiresAt != 0 && payload.ExpiresAt <= time.GetUtcNow().ToUnixTimeSeconds()
            ? new TokenOutcome.Expired(payload.SubscriptionId, payload.Generation)
            : new TokenOutcome.Valid(payload.SubscriptionId, payload.Generation);
    }

    private static byte[] MacOf(TokenKey key, ReadOnlySpan<byte> payload) =>
        HMACSHA256.HashData(key.Secret, [.. Encoding.UTF8.GetBytes($"alerts-token-1.{key.Id}."), .. payload]);

    private static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (!Base64Url.IsValid(text))
            return null;

        var bytes = Base64Url.DecodeFromChars(text);
        return text.SequenceEqual(Base64Url.EncodeToString(bytes)) ? bytes : null;
    }
}
