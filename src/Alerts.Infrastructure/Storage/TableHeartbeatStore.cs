using System.Globalization;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>heartbeats</c>: one partition, one row a day, the newest first. Ten years are 3,650 rows.</summary>
internal sealed class TableHeartbeatStore(StorageClients clients) : IHeartbeatStore
{
    private const string Partition = "day";

    private readonly StorageTable table = clients.Table(TableNames.Heartbeats);

    public async Task<Heartbeat> AddIfAbsentAsync(Heartbeat heartbeat, CancellationToken cancellationToken) =>
        (await table.AddIfAbsentAsync([RowPayload.Row(KeyOf(heartbeat.Day), heartbeat)], cancellationToken))[0] is { } there ? RowPayload.Value<Heartbeat>(there) : heartbeat;

    public async Task<Heartbeat?> GetAsync(DateOnly day, CancellationToken cancellationToken) =>
        await table.FindAsync(KeyOf(day), cancellationToken) is { } row ? RowPayload.Value<Heartbeat>(row) : null;

    public Task<Page<Heartbeat>> ListAsync(int take, string? cursor, CancellationToken cancellationToken) => table.PageAsync(
        "heartbeats", PartitionSpan.StartingWith(Partition), take, cursor, RowPayload.Value<Heartbeat>, cancellationToken);

    private static RowKey KeyOf(DateOnly day) => new(Partition, (DateOnly.MaxValue.DayNumber - day.DayNumber).ToString("d7", CultureInfo.InvariantCulture));
}
