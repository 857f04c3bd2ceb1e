namespace Alerts.Core.Operations;

public interface IAlarmStore
{
    /// <returns><see cref="AlarmLedger.Empty"/> where nothing is stored yet.</returns>
    Task<AlarmLedger> GetAsync(CancellationToken cancellationToken);

    /// <returns>What is stored now, with its version; null where another writer was there first: read again.</returns>
    Task<AlarmLedger?> TrySaveAsync(AlarmLedger ledger, CancellationToken cancellationToken);
}
