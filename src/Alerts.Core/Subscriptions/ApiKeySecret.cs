using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Alerts.Core.Subscriptions;

/// <summary>
/// How a key is written and checked: <c>alk_ID_SECRET</c>. The prefix lets scanners of repositories find a leaked one.
/// </summary>
public static class ApiKeySecret
{
    public const string Prefix = "alk_";
    public const int IdBytes = 6;
    public const int SecretBytes = 32;

    private const int IdLength = 2 * IdBytes;

    /// <param name="dice">Random bytes: first the id's, then the secret's.</param>
    /// <returns>The key to store, and the text to show once.</returns>
    public static (ApiKey Key, string Text) Create(string name, IReadOnlyList<ApiScope> scopes, DateTimeOffset now, ReadOnlySpan<byte> dice)
    {
        var id = Convert.ToHexStringLower(dice[..IdBytes]);
        var secret = Base64Url.EncodeToString(dice.Slice(IdBytes, SecretBytes));
        return (new ApiKey { Id = id, Name = name, Scopes = scopes, CreatedAt = now, SecretHash = HashOf(secret) }, $"{Prefix}{id}_{secret}");
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out string? id, [NotNullWhen(true)] out string? secret)
    {
        id = secret = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length <= Prefix.Length + IdLength + 1 || text[Prefix.Length + IdLength] != '_')
        {
            return false;
        }

        id = text.Substring(Prefix.Length, IdLength);
        secret = text[(Prefix.Length + IdLength + 1)..];
        return id.All(char.IsAsciiHexDigitLower);
    }

    /// <summary>Takes the same time whatever is wrong with the secret.</summary>
    public static bool Fits(ApiKey key, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(key.SecretHash), Encoding.ASCII.GetBytes(HashOf(secret))) && key.RevokedAt is null;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
