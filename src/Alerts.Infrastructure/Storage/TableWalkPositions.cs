using Alerts.Core.Operations;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>operations</c>, partition <c>walk</c>: one row a walk.</summary>
internal sealed class TableWalkPositions(StorageClients clients) : IWalkPositions
{
    private const string Column = "Position";

    private readonly StorageTable table = clients.Table(TableNames.Operations);

    public async Task<string?> GetAsync(string walk, CancellationToken cancellationToken) =>
        await table.FindAsync(KeyOf(walk), cancellationToken) is { } row && row.GetString(Column) is { Length: > 0 } position ? position : null;

    public Task SaveAsync(string walk, string? position, CancellationToken cancellationToken)
    {
        var key = KeyOf(walk);
        return table.UpsertAsync([new TableEntity(key.Partition, key.Row) { [Column] = position ?? "" }], cancellationToken);
    }

    private static RowKey KeyOf(string walk) => new("walk", TableKey.Escape(walk));
}
