using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>sources</c>: all in the partition <c>source</c>, row key = id. Operators write the column <c>Json</c>, the fetch
/// stage <c>State</c> and <c>Seen</c> (up to 18 kB), so that neither overwrites the other. A listing leaves <c>Seen</c> out: a
/// thousand sources would be 18 MB a minute.
/// </summary>
internal sealed class TableSourceStore(StorageClients clients) : ISourceStore
{
    private const string Partition = "source";
    private const string DefinitionColumn = "Json";
    private const string StateColumn = "State";
    private const string SeenColumn = "Seen";
    private static readonly string[] Listed = ["PartitionKey", "RowKey", DefinitionColumn, StateColumn];
    private static readonly JsonSerializerOptions Json = CreateJson();

    private readonly StorageTable table = clients.Table(TableNames.Sources);

    public async Task<IReadOnlyList<Source>> ListAsync(CancellationToken cancellationToken)
    {
        var sources = new List<Source>();
        await foreach (var row in table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), int.MaxValue, cancellationToken, Listed))
        {
            sources.Add(Read(row));
        }

        return sources;
    }

    public async Task<IReadOnlyList<Source>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var rows = await table.FindRunsAsync(ids.Select(KeyOf), cancellationToken);
        return [.. rows.Select(Read).OrderBy(source => source.Id, StringComparer.Ordinal)];
    }

    public Task<bool> AddIfAbsentAsync(Source source, CancellationToken cancellationToken)
    {
        var row = StateRow(source.Id, source.State);
        row[DefinitionColumn] = JsonSerializer.Serialize(source, Json);
        return table.TryAddAsync(row, cancellationToken);
    }

    public Task<bool> UpdateAsync(Source source, CancellationToken cancellationToken)
    {
        var key = KeyOf(source.Id);
        return table.TryMergeAsync(new TableEntity(key.Partition, key.Row) { [DefinitionColumn] = JsonSerializer.Serialize(source, Json) }, cancellationToken);
    }

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => table.DeleteAsync(KeyOf(id), cancellationToken);

    public Task SaveStatesAsync(IReadOnlyList<(string Id, SourceState State)> states, CancellationToken cancellationToken) =>
        table.MergeAsync([.. states.Select(state => StateRow(state.Id, state.State))], cancellationToken);

    private static RowKey KeyOf(string id) => new(Partition, TableKey.Escape(id));

    private static TableEntity StateRow(string id, SourceState state)
    {
        var key = KeyOf(id);
        var row = new TableEntity(key.Partition, key.Row) { [StateColumn] = JsonSerializer.Serialize(state, Json) };
        if (state.Seen.Count > 0)
        {
            row[SeenColumn] = state.Seen.ToBytes();
        }

        return row;
    }

    private static Source Read(TableEntity row)
    {
        var source = JsonSerializer.Deserialize<Source>(row.GetString(DefinitionColumn), Json)!;
        var state = JsonSerializer.Deserialize<SourceState>(row.GetString(StateColumn), Json)!;
        return source with { State = state with { Seen = row.GetBinary(SeenColumn) is { } seen ? SeenEntries.FromBytes(seen) : SeenEntries.Empty } };
    }

    private static JsonSerializerOptions CreateJson()
    {
        var options = new JsonSerializerOptions(MessageJson.Rows) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutOwnColumns } } };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutOwnColumns(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].PropertyType == typeof(SourceState) || type.Properties[i].PropertyType == typeof(SeenEntries))
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}
