using System.Buffers.Text;

namespace Alerts.Core.Subscriptions.Tokens;

/// <summary>A key that signs tokens. Its id stands in every token, so that a key can be retired while its tokens still verify.</summary>
public sealed class TokenKey
{
    public const int MinBytes = 32;
    public const int MaxIdLength = 16;

    private readonly byte[] secret;

    /// <exception cref="ArgumentException">The id is not 1-16 ASCII letters or digits, or the secret is shorter than 32 bytes.</exception>
    public TokenKey(string id, ReadOnlySpan<byte> secret)
    {
        if (!IsId(id))
            throw new ArgumentException($"The id of a token key is 1 to {MaxIdLength} ASCII letters or digits.", nameof(id));
        if (secret.Length < MinBytes)
            throw new ArgumentException($"A token key has at least {MinBytes} bytes.", nameof(secret));

        Id = id;
        this.secret = secret.ToArray();
    }

    public string Id { get; }

    internal ReadOnlySpan<byte> Secret => secret;

    public static bool IsId(string? id) => id is { Length: > 0 and <= MaxIdLength } && id.All(char.IsAsciiLetterOrDigit);

    /// <returns>The key, or null with the reason, which names no part of the secret.</returns>
    public static TokenKey? TryParse(string? id, string? base64, out string? problem)
    {
        problem = !IsId(id) ? $"its Id must be 1 to {MaxIdLength} ASCII letters or digits"
            : string.IsNullOrEmpty(base64) || !Base64.IsValid(base64, out var length) ? "its Key must be base64"
            : length < MinBytes ? $"its Key must have at least {MinBytes} bytes, it has {length}"
            : null;
        return problem is null ? new TokenKey(id!, Convert.FromBase64String(base64!)) : null;
    }
}
