using System.Collections.Concurrent;
using Alerts.Core.Hits;

namespace Alerts.Tests.Fakes;

public sealed class MemoryEvidenceStore : IEvidenceStore
{
    private readonly ConcurrentDictionary<string, Evidence> rows = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Evidence> All => [.. rows.Values];

    public Task AddIfAbsentAsync(IReadOnlyList<Evidence> evidence, CancellationToken cancellationToken)
    {
        foreach (var item in evidence)
        {
            rows.TryAdd(item.ContentHash, item);
        }

        return Task.CompletedTask;
    }

    public Task<Evidence?> GetAsync(string contentHash, CancellationToken cancellationToken) => Task.FromResult(rows.GetValueOrDefault(contentHash));
}
