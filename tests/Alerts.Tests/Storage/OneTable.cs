using Azure;
using Azure.Data.Tables;

namespace Alerts.Tests.Storage;

/// <summary>One table in memory with the service's answers: 409 for a row that is there, 412 for another version.</summary>
internal sealed class OneTable : TableClient
{
    private readonly Dictionary<string, TableEntity> rows = [];
    private int version;

    /// <summary>What somebody else does between the next read and write.</summary>
    public Action? BeforeWrite { get; set; }

    public void Replace(int spent) => Store(new TableEntity("enricher", "2026-05-01") { ["Spent"] = spent });

    public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default) =>
        Task.FromResult<NullableResponse<T>>(new Found<T>(rows.TryGetValue(rowKey, out var row) ? (T)(object)row : default));

    public override Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
    {
        Interrupt();
        return rows.ContainsKey(entity.RowKey) ? throw new RequestFailedException(409, "EntityAlreadyExists") : Store((TableEntity)(object)entity);
    }

    public override Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
    {
        Interrupt();
        return rows[entity.RowKey].ETag != ifMatch ? throw new RequestFailedException(412, "UpdateConditionNotSatisfied") : Store((TableEntity)(object)entity);
    }

    private void Interrupt()
    {
        var interruption = BeforeWrite;
        BeforeWrite = null;
        interruption?.Invoke();
    }

    private Task<Response> Store(TableEntity row)
    {
        row.ETag = new ETag($"{++version}");
        rows[row.RowKey] = row;
        return Task.FromResult<Response>(null!);
    }

    private sealed class Found<T>(T? value) : NullableResponse<T>
    {
        public override bool HasValue => value is not null;

        public override T? Value => value;

        public override Response GetRawResponse() => null!;
    }
}
