using System.Globalization;
using Alerts.Core.Alerting;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>allowances</c>: partition = the subscription, row key = <c>day.place</c> with the alert that has it. A place is taken by adding
/// its row, which the service lets one of many do; so there are never more alerts than places. Rows of days gone by are cleared in passing.
/// </summary>
internal sealed class TableDailyAllowance(StorageClients clients) : IDailyAllowance
{
    private const string AlertColumn = "AlertId";

    private readonly StorageTable table = clients.Table(TableNames.Allowances);

    public async Task<bool> TakeAsync(string subscriptionId, DateOnly day, string alertId, int places, CancellationToken cancellationToken)
    {
        var partition = TableKey.Escape(subscriptionId);
        var today = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        while (true)
        {
            var (taken, stale) = (new List<TableEntity>(), new List<RowKey>());
            await foreach (var row in table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), int.MaxValue, cancellationToken))
            {
                if (row.RowKey.StartsWith(today, StringComparison.Ordinal))
                {
                    taken.Add(row);
                }
                else if (IsOver(row.RowKey, day))
                {
                    stale.Add(RowKey.Of(row));
                }
            }

            await table.DeleteAsync(stale, cancellationToken);
            if (taken.Any(row => row.GetString(AlertColumn) == alertId))
            {
                return true;
            }

            if (taken.Count >= places)
            {
                return false;
            }

            var place = new TableEntity(partition, string.Create(CultureInfo.InvariantCulture, $"{today}.{taken.Count:D4}")) { [AlertColumn] = alertId };
            if (await table.TryAddAsync(place, cancellationToken))
            {
                return true;
            }
        }
    }

    /// <summary>Two days: an alert of yesterday may still be on its way.</summary>
    private static bool IsOver(string rowKey, DateOnly day) =>
        DateOnly.TryParseExact(rowKey.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var then) && then < day.AddDays(-2);
}
