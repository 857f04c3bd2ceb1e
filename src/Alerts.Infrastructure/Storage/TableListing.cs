using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

internal static class TableListing
{
    private const int RowsOfStep = 1_000;

    /// <summary>One step of a walk: of the next thousand rows the keys of those that nobody has written since then. A page may be empty and yet have a next one.</summary>
    public static async Task<Page<RowKey>> ListUnwrittenAsync(this StorageTable table, string listing, DateTimeOffset since, string? cursor, CancellationToken cancellationToken)
    {
        var old = new List<RowKey>();
        RowKey last = default;
        var read = 0;
        await foreach (var row in table.ScanAsync(PartitionSpan.All, RowCursor.Read(listing, cursor, PartitionSpan.All), RowsOfStep, cancellationToken, ["PartitionKey", "RowKey", "Timestamp"]))
        {
            if (read++ == RowsOfStep)
            {
                return new Page<RowKey>(old, RowCursor.Write(listing, last));
            }

            last = RowKey.Of(row);
            if (row.Timestamp < since)
            {
                old.Add(last);
            }
        }

        return new Page<RowKey>(old, null);
    }

    /// <summary>
    /// A page of rows in the order of their keys; rows for which <paramref name="read"/> gives null are passed over. Ends
    /// early, with a cursor, after <paramref name="maxScanned"/> rows, so that a search for something rare stays answerable.
    /// </summary>
    /// <exception cref="InvalidCursorException"></exception>
    public static async Task<Page<T>> PageAsync<T>(
        this StorageTable table, string listing, PartitionSpan span, int take, string? cursor, Func<TableEntity, T?> read,
        CancellationToken cancellationToken, int maxScanned = int.MaxValue)
        where T : class
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        var items = new List<T>();
        var scanned = 0;
        RowKey last = default;

        // One row more than is asked for tells whether there is a next page, without a second request.
        var pageSize = Math.Min(take, maxScanned) + 1;
        await foreach (var row in table.ScanAsync(span, RowCursor.Read(listing, cursor, span), pageSize, cancellationToken))
        {
            if (items.Count == take || scanned == maxScanned)
            {
                return new Page<T>(items, RowCursor.Write(listing, last));
            }

            scanned++;
            last = RowKey.Of(row);
            if (read(row) is { } item)
            {
                items.Add(item);
            }
        }

        return new Page<T>(items, null);
    }
}
