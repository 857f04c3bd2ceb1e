using Alerts.Core.Subscriptions;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>apikeys</c>: one partition, row key = id. There are dozens.</summary>
internal sealed class TableApiKeyStore(StorageClients clients) : IApiKeyStore
{
    private const string Partition = "key";

    private readonly StorageTable table = clients.Table(TableNames.ApiKeys);

    public async Task<ApiKey?> GetAsync(string id, CancellationToken cancellationToken) =>
        await table.FindAsync(KeyOf(id), cancellationToken) is { } row ? RowPayload.Value<ApiKey>(row) : null;

    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        var keys = new List<ApiKey>();
        await foreach (var row in table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), int.MaxValue, cancellationToken))
        {
            keys.Add(RowPayload.Value<ApiKey>(row));
        }

        return keys;
    }

    public Task SaveAsync(ApiKey key, CancellationToken cancellationToken) => table.UpsertAsync([RowPayload.Row(KeyOf(key.Id), key)], cancellationToken);

    private static RowKey KeyOf(string id) => new(Partition, TableKey.Escape(id));
}
