namespace Alerts.Core.Subscriptions;

public interface IApiKeyStore
{
    Task<ApiKey?> GetAsync(string id, CancellationToken cancellationToken);

    Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds or replaces.</summary>
    Task SaveAsync(ApiKey key, CancellationToken cancellationToken);
}
