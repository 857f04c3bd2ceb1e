using Alerts.Core.Hits;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>evidence</c>: partition = the hash's first two digits, row key = the hash; texts are compressed. One request an article that matched.</summary>
internal sealed class TableEvidenceStore(StorageClients clients) : IEvidenceStore
{
    private readonly StorageTable table = clients.Table(TableNames.Evidence);

    public Task AddIfAbsentAsync(IReadOnlyList<Evidence> evidence, CancellationToken cancellationToken) =>
        table.AddIfAbsentAsync([.. evidence.DistinctBy(item => item.ContentHash).Select(item => RowPayload.Row(RowKey.ByShard(item.ContentHash), item))], cancellationToken);

    public async Task<Evidence?> GetAsync(string contentHash, CancellationToken cancellationToken) =>
        await table.FindAsync(RowKey.ByShard(contentHash), cancellationToken) is { } row ? RowPayload.Value<Evidence>(row) : null;
}
