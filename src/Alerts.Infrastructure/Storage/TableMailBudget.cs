using System.Globalization;
using Alerts.Core.Delivery.Operating;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>budgets</c>: one row a day, shared by all instances; its version lets one of two takers through, the other reads again.</summary>
internal sealed class TableMailBudget(StorageClients clients) : IMailBudget
{
    private const string Partition = "mails";
    private const string Spent = "Spent";

    private readonly StorageTable table = clients.Table(TableNames.Budgets);

    public async Task<int> TakeAsync(DateOnly day, int wanted, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await table.FindAsync(KeyOf(day), cancellationToken);
            var spent = row?.GetInt32(Spent) ?? 0;
            var taken = Math.Clamp(limit - spent, 0, wanted);
            if (taken == 0)
            {
                return 0;
            }

            var (partition, key) = KeyOf(day);
            if (await table.TrySaveAsync(new TableEntity(partition, key) { [Spent] = spent + taken }, row?.ETag.ToString(), cancellationToken) is not null)
            {
                return taken;
            }
        }
    }

    public async Task<int> SpentAsync(DateOnly day, CancellationToken cancellationToken) => (await table.FindAsync(KeyOf(day), cancellationToken))?.GetInt32(Spent) ?? 0;

    private static RowKey KeyOf(DateOnly day) => new(Partition, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
