using Alerts.Core.Alerting;
using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>alerts</c>: partition = the id's first two digits, row key = id.
/// Table <c>heldalerts</c>: partition = the subscription's first digit, row key = <c>subscription.alert</c>, so that a
/// fan-out page goes in transactions and one subscription's rows stand side by side.
/// Table <c>alertholders</c>: the same partitions, row key = subscription: who has anything held, found without reading it all.
/// A holder's row is written after what it holds, at each hold anew; it is deleted only if unwritten since before the check
/// that nothing is left. So nothing is ever held without its holder being listed. What is noted in it, since when anything is held, is written only if the row is
/// unwritten since before the look, outlasts what is held on time, which is newer, and not what is held late.
/// </summary>
internal sealed class TableAlertStore(StorageClients clients, TimeProvider time) : IAlertStore
{
    private const string SinceColumn = "Since";
    private const string WrittenColumn = "Written";

    private const string HoldersListing = "holders";

    private readonly StorageTable alerts = clients.Table(TableNames.Alerts);
    private readonly StorageTable held = clients.Table(TableNames.HeldAlerts);
    private readonly StorageTable holders = clients.Table(TableNames.AlertHolders);

    public async Task<Alert> AddIfAbsentAsync(Alert alert, CancellationToken cancellationToken)
    {
        var there = await alerts.AddIfAbsentAsync([RowPayload.Row(RowKey.ByShard(alert.Id), alert)], cancellationToken);
        return there[0] is { } row ? RowPayload.Value<Alert>(row) : alert;
    }

    public async Task<IReadOnlyList<Alert>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var rows = await alerts.FindScatteredAsync(ids.Select(RowKey.ByShard), cancellationToken);
        return [.. rows.Select(RowPayload.Value<Alert>)];
    }

    public Task RemoveAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => alerts.DeleteAsync(ids.Select(RowKey.ByShard), cancellationToken);

    public async Task HoldAsync(IReadOnlyList<HeldAlert> held, CancellationToken cancellationToken)
    {
        if (held.Count == 0)
        {
            return;
        }

        await this.held.AddIfAbsentAsync([.. held.Select(item => RowPayload.Row(KeyOf(item), item))], cancellationToken);
        var onTime = time.GetUtcNow() - HeldAlert.OnTime;
        var late = held.Where(item => item.HeldAt < onTime).Select(item => item.SubscriptionId).ToHashSet(StringComparer.Ordinal);
        await holders.UpsertAsync([.. late.Select(HolderRow)], cancellationToken);
        await holders.UpsertAsync([.. held.Select(item => item.SubscriptionId).Distinct().Where(id => !late.Contains(id)).Select(HolderRow)], cancellationToken, TableUpdateMode.Merge);
    }

    private TableEntity HolderRow(string subscriptionId)
    {
        var key = RowKey.BySlice(subscriptionId);
        return new TableEntity(key.Partition, key.Row) { [WrittenColumn] = time.GetUtcNow() };
    }

    public async Task<IReadOnlyList<HeldAlert>> ListHeldAsync(string subscriptionId, int take, CancellationToken cancellationToken)
    {
        var items = new List<HeldAlert>();
        await foreach (var row in HeldOfAsync(subscriptionId, int.MaxValue, cancellationToken))
        {
            items.Add(RowPayload.Value<HeldAlert>(row));
        }

        return [.. items.OrderBy(item => item.HeldAt).ThenBy(item => item.AlertId, StringComparer.Ordinal).Take(take)];
    }

    public async Task<Page<AlertHolder>> ListHoldersAsync(int take, string? cursor, CancellationToken cancellationToken) => await holders.PageAsync(
        HoldersListing, PartitionSpan.All, take, cursor, row => new AlertHolder(row.RowKey, row.GetDateTimeOffset(SinceColumn), row.ETag.ToString()), cancellationToken);

    public async Task NoteAsync(AlertHolder holder, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var row = HolderRow(holder.SubscriptionId);
        row[SinceColumn] = TableDate.Of(since);
        await holders.TrySaveAsync(row, holder.Version, cancellationToken);
    }

    public async Task ReleaseAsync(IReadOnlyList<HeldAlert> held, CancellationToken cancellationToken)
    {
        await this.held.DeleteAsync(held.Select(KeyOf), cancellationToken);
        await Concurrently.RunAsync([.. held.Select(item => item.SubscriptionId).Distinct()], ForgetIfNothingHeldAsync, cancellationToken);
    }

    private async Task ForgetIfNothingHeldAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        if (await holders.FindAsync(RowKey.BySlice(subscriptionId), cancellationToken) is not { } holder)
        {
            return;
        }

        await foreach (var _ in HeldOfAsync(subscriptionId, 1, cancellationToken))
        {
            return;
        }

        await holders.DeleteUnchangedAsync(holder, cancellationToken);
    }

    private IAsyncEnumerable<TableEntity> HeldOfAsync(string subscriptionId, int pageSize, CancellationToken cancellationToken)
    {
        var key = RowKey.BySlice(subscriptionId);
        return held.QueryAsync(TableKey.RowsStartingWith(key.Partition, key.Row + "."), pageSize, cancellationToken);
    }

    private static RowKey KeyOf(HeldAlert item) => new(TableKey.SliceOf(item.SubscriptionId), $"{TableKey.Escape(item.SubscriptionId)}.{TableKey.Escape(item.AlertId)}");
}
