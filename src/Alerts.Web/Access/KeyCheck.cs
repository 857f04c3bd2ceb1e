using System.Security.Cryptography;
using System.Text;
using Alerts.Core.Subscriptions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Alerts.Web.Access;

/// <summary>Finds whose key a request brings.</summary>
internal sealed class KeyCheck(IApiKeyStore keys, IOptionsMonitor<ApiOptions> options)
{
    private const string Bearer = "Bearer ";

    private static readonly IReadOnlyList<ApiScope> AllScopes = [ApiScope.Ingest, ApiScope.Read, ApiScope.Admin];

    /// <returns>Null where the request brings none. A subscriber's token in the same header is none.</returns>
    public static string? PresentedBy(HttpRequest request)
    {
        var authorization = request.Headers.Authorization.ToString();
        var presented = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : request.Headers["X-API-Key"].ToString();
        return presented.Length > 0 ? presented : null;
    }

    /// <returns>Null where the key is unknown, revoked or mistyped.</returns>
    public async Task<Caller?> FindAsync(string presented, CancellationToken cancellationToken)
    {
        if (options.CurrentValue.AdminKey is { Length: > 0 } admin && Same(admin, presented))
        {
            return new Caller("admin", "admin key of the configuration", AllScopes);
        }

        return ApiKeySecret.TryParse(presented, out var id, out var secret)
            && await keys.GetAsync(id, cancellationToken) is { } key
            && ApiKeySecret.Fits(key, secret)
            ? new Caller(key.Id, key.Name, key.Scopes)
            : null;
    }

    /// <summary>Compares hashes, which are of one length whatever was sent.</summary>
    private static bool Same(string expected, string presented) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(presented)));
}
