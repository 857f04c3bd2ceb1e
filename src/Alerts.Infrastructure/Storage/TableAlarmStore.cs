using Alerts.Core.Operations;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>operations</c>: one row, so that what is decided and what is told change together.</summary>
internal sealed class TableAlarmStore(StorageClients clients) : IAlarmStore
{
    private static readonly RowKey Key = new("alarms", "ledger");

    private readonly StorageTable table = clients.Table(TableNames.Operations);

    public async Task<AlarmLedger> GetAsync(CancellationToken cancellationToken) => await table.FindAsync(Key, cancellationToken) is { } row
        ? RowPayload.Value<AlarmLedger>(row) with { Version = row.ETag.ToString() }
        : AlarmLedger.Empty;

    public async Task<AlarmLedger?> TrySaveAsync(AlarmLedger ledger, CancellationToken cancellationToken) =>
        await table.TrySaveAsync(RowPayload.Row(Key, ledger with { Version = null }), ledger.Version, cancellationToken) is { } version
            ? ledger with { Version = version }
            : null;
}
