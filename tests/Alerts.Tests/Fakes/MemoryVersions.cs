namespace Alerts.Tests.Fakes;

/// <summary>Rows with a concurrency stamp, as a table has them.</summary>
internal sealed class MemoryVersions<TKey, TValue>
    where TKey : notnull
    where TValue : class
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, (TValue Value, string Version)> rows = [];
    private int writes;

    public IReadOnlyList<(TValue Value, string Version)> All
    {
        get
        {
            lock (gate)
            {
                return [.. rows.Values];
            }
        }
    }

    public (TValue Value, string Version)? Find(TKey key)
    {
        lock (gate)
        {
            return rows.TryGetValue(key, out var row) ? row : null;
        }
    }

    /// <returns>The new version; null where the row is not at this version, or is there and should not be.</returns>
    public string? TrySave(TKey key, TValue value, string? version)
    {
        lock (gate)
        {
            if (rows.TryGetValue(key, out var row) ? row.Version != version : version is not null)
            {
                return null;
            }

            var next = $"v{++writes}";
            rows[key] = (value, next);
            return next;
        }
    }

    public bool Remove(TKey key)
    {
        lock (gate)
        {
            return rows.Remove(key);
        }
    }
}
