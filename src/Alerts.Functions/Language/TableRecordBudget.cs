using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace Alerts.Functions.Language;

/// <summary>
/// One row a day, shared by all instances. Two that take at once: the row's version lets one through, the other reads again.
/// </summary>
public sealed class TableRecordBudget(TableServiceClient tables, IOptions<LanguageOptions> options, TimeProvider time) : IRecordBudget
{
    public const string TableName = "budgets";

    private const string Partition = "language";
    private const string Spent = "Spent";

    private readonly TableClient table = tables.GetTableClient(TableName);

    public async Task<bool> TryTakeAsync(int records, CancellationToken cancellationToken)
    {
        var day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        while (true)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, day, [Spent], cancellationToken);
            var spent = found.HasValue ? found.Value!.GetInt32(Spent) ?? 0 : 0;
            if (spent + records > options.Value.DailyRecords)
                return false;

            try
            {
                var row = new TableEntity(Partition, day) { [Spent] = spent + records };
                await (found.HasValue
                    ? table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken)
                    : table.AddEntityAsync(row, cancellationToken));
                return true;
            }
            catch (RequestFailedException other) when (other.Status is 409 or 412)
            {
                // Somebody else has taken in between.
            }
            catch (RequestFailedException missing) when (missing.Status is 404)
            {
                await table.CreateIfNotExistsAsync(cancellationToken);
            }
        }
    }
}
