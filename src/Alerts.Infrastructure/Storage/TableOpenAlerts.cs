using Alerts.Core.Alerting;
using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>In table <c>alerts</c>, partition <c>~open</c> (in which no alert is), row = the alert's id. There are as many as are under way.</summary>
internal sealed class TableOpenAlerts(StorageClients clients) : IOpenAlerts
{
    private const string Partition = "~open";
    private const string AtColumn = "At";

    private readonly StorageTable table = clients.Table(TableNames.Alerts);

    public Task AddAsync(IReadOnlyList<OpenAlert> alerts, CancellationToken cancellationToken) =>
        table.UpsertAsync([.. alerts.DistinctBy(alert => alert.AlertId).Select(Write)], cancellationToken);

    public async Task<IReadOnlyList<OpenAlert>> GetAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellationToken) =>
        [.. (await table.FindRunsAsync(alertIds.Select(KeyOf), cancellationToken)).Select(RowPayload.Value<OpenAlert>)];

    public Task RemoveAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellationToken) => table.DeleteAsync(alertIds.Distinct().Select(KeyOf), cancellationToken);

    public Task<Page<OpenAlert>> ListAsync(DateTimeOffset before, int take, string? cursor, CancellationToken cancellationToken) => table.PageAsync(
        "open-alerts", PartitionSpan.Only(Partition, TableClient.CreateQueryFilter($"At lt {TableDate.Of(before)}")), take, cursor, RowPayload.Value<OpenAlert>, cancellationToken);

    private static TableEntity Write(OpenAlert alert)
    {
        var row = RowPayload.Row(KeyOf(alert.AlertId), alert);
        row[AtColumn] = TableDate.Of(alert.At);
        return row;
    }

    private static RowKey KeyOf(string alertId) => new(Partition, TableKey.Escape(alertId));
}
