using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Messaging;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>suppressions</c>: partition = the subscription's first two digits, row key = its id.</summary>
internal sealed class TableSuppressionStore(StorageClients clients) : ISuppressionStore
{
    private const string Listing = "suppressions";

    private readonly StorageTable table = clients.Table(TableNames.Suppressions);

    public async Task<Suppression?> GetAsync(string subscriptionId, CancellationToken cancellationToken) =>
        await table.FindAsync(RowKey.ByShard(subscriptionId), cancellationToken) is { } row ? RowPayload.Value<Suppression>(row) : null;

    public Task SaveAsync(Suppression suppression, CancellationToken cancellationToken) =>
        table.UpsertAsync([RowPayload.Row(RowKey.ByShard(suppression.SubscriptionId), suppression)], cancellationToken);

    public Task<bool> RemoveAsync(string subscriptionId, CancellationToken cancellationToken) => table.DeleteAsync(RowKey.ByShard(subscriptionId), cancellationToken);

    public Task<Page<Suppression>> ListAsync(int take, string? cursor, CancellationToken cancellationToken) =>
        table.PageAsync(Listing, PartitionSpan.All, take, cursor, RowPayload.Value<Suppression>, cancellationToken);
}
