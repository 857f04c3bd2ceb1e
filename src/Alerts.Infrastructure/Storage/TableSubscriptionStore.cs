using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>subscriptions</c>: partition = the id's first two digits (256 partitions, some 400 rows each at 100,000), row key =
/// id. Partitions and rows together are in the order of the ids, which is the fan-out's. A page ends with a whole partition where
/// there is one in it, so that the next page is one request too.
/// </summary>
internal sealed class TableSubscriptionStore(StorageClients clients) : ISubscriptionStore
{
    private const string Listing = "subscriptions";

    private readonly StorageTable table = clients.Table(TableNames.Subscriptions);

    public async Task<Subscription?> GetAsync(string id, CancellationToken cancellationToken) =>
        await table.FindAsync(RowKey.ByShard(id), cancellationToken) is { } row ? Read(row) : null;

    public async Task<IReadOnlyList<Subscription>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var rows = await table.FindRunsAsync(ids.Select(RowKey.ByShard), cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<Subscription?> TrySaveAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var row = RowPayload.Row(RowKey.ByShard(subscription.Id), subscription with { Version = null });
        var version = await table.TrySaveAsync(row, subscription.Version, cancellationToken);
        return version is null ? null : subscription with { Version = version };
    }

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => table.DeleteAsync(RowKey.ByShard(id), cancellationToken);

    public async Task<Page<Subscription>> ListAsync(int take, string? cursor, CancellationToken cancellationToken)
    {
        var page = await table.PageAsync(Listing, PartitionSpan.All, take, cursor, row => row, cancellationToken);
        var whole = page.Next is null ? [] : page.Items.TakeWhile(row => row.PartitionKey != page.Items[^1].PartitionKey).ToList();
        return whole.Count == 0
            ? new Page<Subscription>([.. page.Items.Select(Read)], page.Next)
            : new Page<Subscription>([.. whole.Select(Read)], RowCursor.Write(Listing, new RowKey(whole[^1].PartitionKey, PartitionSpan.End)));
    }

    private static Subscription Read(TableEntity row) => RowPayload.Value<Subscription>(row) with { Version = row.ETag.ToString() };
}
