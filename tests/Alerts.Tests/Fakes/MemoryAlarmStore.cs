using Alerts.Core.Operations;

namespace Alerts.Tests.Fakes;

public sealed class MemoryAlarmStore : IAlarmStore
{
    private readonly MemoryVersions<int, AlarmLedger> rows = new();

    public Task<AlarmLedger> GetAsync(CancellationToken cancellationToken) =>
        Task.FromResult(rows.Find(0) is { } row ? row.Value with { Version = row.Version } : AlarmLedger.Empty);

    public Task<AlarmLedger?> TrySaveAsync(AlarmLedger ledger, CancellationToken cancellationToken) =>
        Task.FromResult(rows.TrySave(0, ledger, ledger.Version) is { } version ? ledger with { Version = version } : null);
}
