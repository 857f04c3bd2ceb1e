using System.Globalization;
using Alerts.Core.Matching;
using Azure;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// One row a day and enricher, shared by all instances. Two that take at once: the row's version lets one through, the other
/// reads again.
/// </summary>
internal sealed class TableEnrichmentBudget(TableClient table, TimeProvider time) : IEnrichmentBudget
{
    private const string Spent = "Spent";

    public async Task<bool> TryTakeAsync(string enricher, int records, int daily, CancellationToken cancellationToken)
    {
        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(enricher, day, [Spent], cancellationToken);
            var spent = found.HasValue ? found.Value!.GetInt32(Spent) ?? 0 : 0;
            if (spent + records > daily)
                return false;

            try
            {
                var row = new TableEntity(enricher, day) { [Spent] = spent + records };
                await (found.HasValue
                    ? table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken)
                    : table.AddEntityAsync(row, cancellationToken));
                return true;
            }
            catch (RequestFailedException other) when (other.Status is 409 or 412)
            {
                // Somebody else has taken in between.
            }
        }
    }
}
