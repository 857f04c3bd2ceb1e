using System.Security.Cryptography;
using Alerts.Core.Subscriptions.Tokens;

namespace Alerts.Infrastructure.Email.Tokens;

public static class TokenKeys
{
    /// <summary>A fresh key, for a host that keeps its keys itself.</summary>
    public static TokenKeyOptions Generate() => new()
    {
        Id = RandomNumberGenerator.GetHexString(8, lowercase: true),
        Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenKey.MinBytes)),
    };

    internal static IReadOnlyList<TokenKey> Of(TokenOptions options) =>
        [.. options.Keys.Select(key => TokenKey.TryParse(key.Id, key.Key, out var problem) ?? throw new InvalidOperationException($"{TokenOptions.Section}: {problem}."))];
}
