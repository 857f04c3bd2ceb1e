using System.Globalization;
using Alerts.Core;
using Alerts.Core.Subscriptions;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>limits</c>, shared by all instances: one row a bucket (partition = first two digits of its hash) with how much was taken in each
/// sixtieth of the window. What counts is the sum of the last sixty, so the window slides and its edge lets nobody take twice. Rows that
/// say nothing any more are cleared in passing.
/// </summary>
internal sealed class TableSlidingWindows(StorageClients clients, TimeProvider time) : IRateLimiter
{
    private const int Slots = 60;
    private const int Tries = 10;
    private const int MaxCleared = 100;
    private const string CountsColumn = "Counts";
    private const string EndsColumn = "Ends";

    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);

    private readonly StorageTable table = clients.Table(TableNames.Limits);

    public async ValueTask<TimeSpan?> TakeAsync(string bucket, int limit, TimeSpan window, CancellationToken cancellationToken)
    {
        var key = RowKey.ByShard(DerivedId.Of("limit", bucket));
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var now = time.GetUtcNow();
            var (slot, width) = (now.UtcTicks / (window.Ticks / Slots), window.Ticks / Slots);
            var row = await table.FindAsync(key, cancellationToken);
            var counts = Read(row).Where(count => count.Slot > slot - Slots).ToDictionary(count => count.Slot, count => count.Taken);
            if (counts.Values.Sum() >= limit)
            {
                // The oldest sixtieth leaves the window first.
                return new DateTimeOffset((counts.Keys.Min() + Slots) * width, TimeSpan.Zero) - now;
            }

            counts[slot] = counts.GetValueOrDefault(slot) + 1;
            var next = new TableEntity(key.Partition, key.Row)
            {
                [CountsColumn] = string.Join(' ', counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}:{count.Value}"))),
                [EndsColumn] = now + window,
            };
            if (await table.TrySaveAsync(next, row?.ETag.ToString(), cancellationToken) is not null)
            {
                if (row is null)
                {
                    await ClearAsync(key.Partition, now, cancellationToken);
                }

                return null;
            }
        }

        // So many at once from one network are a flood whatever their number.
        return Busy;
    }

    private async Task ClearAsync(string partition, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = new List<RowKey>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition}") + " and " + EndsColumn + TableClient.CreateQueryFilter($" lt {now}");
        await foreach (var row in table.QueryAsync(filter, MaxCleared, cancellationToken))
        {
            over.Add(RowKey.Of(row));
            if (over.Count == MaxCleared)
            {
                break;
            }
        }

        await table.DeleteAsync(over, cancellationToken);
    }

    private static IEnumerable<(long Slot, int Taken)> Read(TableEntity? row) =>
        (row?.GetString(CountsColumn) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(count =>
        {
            var colon = count.IndexOf(':', StringComparison.Ordinal);
            return (long.Parse(count.AsSpan(0, colon), CultureInfo.InvariantCulture), int.Parse(count.AsSpan(colon + 1), CultureInfo.InvariantCulture));
        });
}
