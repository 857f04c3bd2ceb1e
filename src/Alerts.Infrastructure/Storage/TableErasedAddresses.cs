using Alerts.Core.Subscriptions;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>erasedaddresses</c>: partition = the hash's first two digits, row key = hash.</summary>
internal sealed class TableErasedAddresses(StorageClients clients) : IErasedAddresses
{
    private const string SuppressedColumn = "Suppressed";
    private const string ErasedColumn = "ErasedAt";

    private readonly StorageTable table = clients.Table(TableNames.ErasedAddresses);

    public Task AddAsync(string hash, bool suppressed, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var key = RowKey.ByShard(hash);
        return table.UpsertAsync([new TableEntity(key.Partition, key.Row) { [SuppressedColumn] = suppressed, [ErasedColumn] = at }], cancellationToken);
    }

    public async Task<bool?> FindAsync(IReadOnlyList<string> hashes, CancellationToken cancellationToken)
    {
        var found = await table.FindScatteredAsync(hashes.Select(RowKey.ByShard), cancellationToken);
        return found.Count == 0 ? null : found.Any(row => row.GetBoolean(SuppressedColumn) == true);
    }
}
