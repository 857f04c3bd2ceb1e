using System.Collections.Concurrent;
using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Fakes;

public sealed class MemoryErasedAddresses : IErasedAddresses
{
    private readonly ConcurrentDictionary<string, bool> rows = new(StringComparer.Ordinal);

    public Task AddAsync(string hash, bool suppressed, DateTimeOffset at, CancellationToken cancellationToken)
    {
        rows[hash] = suppressed;
        return Task.CompletedTask;
    }

    public Task<bool?> FindAsync(IReadOnlyList<string> hashes, CancellationToken cancellationToken)
    {
        var found = hashes.Where(rows.ContainsKey).Select(hash => rows[hash]).ToList();
        return Task.FromResult<bool?>(found.Count == 0 ? null : found.Contains(true));
    }
}
