using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>Cuts rows into what a transaction takes: one partition, no row twice, at most 100 rows and 4 MiB.</summary>
internal static class TableBatches
{
    public const int MaxRows = 100;

    /// <summary>Some way below the service's 4 MiB, because sizes on the wire are estimated.</summary>
    private const int MaxBytes = 3_500_000;

    /// <returns>Indices of <paramref name="rows"/>; of rows with the same key only the first.</returns>
    /// <exception cref="InvalidOperationException">A row is larger than the service allows.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<TableEntity> rows)
    {
        var batches = new List<IReadOnlyList<int>>();
        var open = new Dictionary<string, (List<int> Batch, int Bytes)>(StringComparer.Ordinal);
        var taken = new HashSet<RowKey>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (!taken.Add(RowKey.Of(rows[i])))
            {
                continue;
            }

            var bytes = CheckedSize(rows[i]);
            if (!open.TryGetValue(rows[i].PartitionKey, out var current) || current.Batch.Count == MaxRows || current.Bytes + bytes > MaxBytes)
            {
                current = ([], 0);
                batches.Add(current.Batch);
            }

            current.Batch.Add(i);
            open[rows[i].PartitionKey] = (current.Batch, current.Bytes + bytes);
        }

        return batches;
    }

    private static int CheckedSize(TableEntity row)
    {
        var stored = RowSize.Stored(row);
        return stored <= RowSize.MaxRowBytes
            ? RowSize.OnWire(row)
            : throw new InvalidOperationException($"The row {row.PartitionKey} {row.RowKey} has {stored} bytes; the table service takes {RowSize.MaxRowBytes}.");
    }
}
