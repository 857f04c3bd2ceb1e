using System.Collections.Concurrent;
using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Fakes;

public sealed class MemoryApiKeyStore : IApiKeyStore
{
    private readonly ConcurrentDictionary<string, ApiKey> keys = new(StringComparer.Ordinal);

    public Task<ApiKey?> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(keys.GetValueOrDefault(id));

    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ApiKey>>([.. keys.Values.OrderBy(key => key.Id, StringComparer.Ordinal)]);

    public Task SaveAsync(ApiKey key, CancellationToken cancellationToken)
    {
        keys[key.Id] = key;
        return Task.CompletedTask;
    }
}
