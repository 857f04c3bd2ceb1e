using Alerts.Core.Subscriptions;

namespace Alerts.Web.Api.Views;

/// <param name="Signs">The key may sign its requests (Standard Webhooks) instead of being sent.</param>
public sealed record KeyView(string Id, string Name, IReadOnlyList<ApiScope> Scopes, bool Signs, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    public static KeyView Of(ApiKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(key.Id, key.Name, key.Scopes, key.SigningSecret is not null, key.CreatedAt, key.RevokedAt);
    }
}
