using System.Collections.Concurrent;

namespace Alerts.Infrastructure.Storage;

/// <summary>Counts requests to storage by what they do (<c>table batch</c>, <c>articles read</c>, <c>fetch send</c>), retries included: they are what costs.</summary>
public sealed class StorageRequestCounter
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);

    public long Total => counts.Values.Sum();

    public IReadOnlyDictionary<string, long> Snapshot() => new SortedDictionary<string, long>(counts.ToDictionary(), StringComparer.Ordinal);

    public void Reset() => counts.Clear();

    internal void Count(string operation) => counts.AddOrUpdate(operation, 1, (_, count) => count + 1);
}
