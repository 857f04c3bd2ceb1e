using System.Runtime.CompilerServices;
using Alerts.Core;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// What finds deliveries other than by id:
/// <list type="bullet">
/// <item><c>unfinisheddeliveries</c>: one partition, one row for up to a hundred deliveries that were created together, column
/// <c>DueAt</c>. Nobody who finishes a delivery touches it: the sweep looks at the deliveries of a row that is due, and takes the
/// row away once all are final. A delivery that is due again is written anew, in a row of those that became due with it. So
/// <c>DueAt</c> may be too early, never too late;</item>
/// <item><c>deliveriesbysubscription</c>: partition = the subscription's first digit, row = <c>subscription.{created}.content</c>, newest first;</item>
/// <item><c>deliverylog</c>: partition = month, row = <c>{created}.{batch}</c>, newest first, again one row for up to a hundred
/// deliveries, so that a fan-out to 100,000 writes a thousand rows into the month's partition and not 100,000.</item>
/// </list>
/// </summary>
internal sealed class DeliveryIndices(StorageClients clients)
{
    private const string LogListing = "deliveries";
    private const string UnfinishedPartition = "unfinished";
    private const string DueColumn = "DueAt";
    private const string ContentColumn = "Content";
    private const string SubscriptionColumn = "Subscription";
    private const string SubscriptionsColumn = "Subscriptions";
    private const string CreatedColumn = "CreatedTicks";

    private readonly StorageTable unfinished = clients.Table(TableNames.UnfinishedDeliveries);
    private readonly StorageTable bySubscription = clients.Table(TableNames.DeliveriesBySubscription);
    private readonly StorageTable log = clients.Table(TableNames.DeliveryLog);

    public Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) => Task.WhenAll(
        unfinished.UpsertAsync([.. UnfinishedRows(deliveries.Where(delivery => !delivery.IsFinal))], cancellationToken),
        bySubscription.UpsertAsync([.. deliveries.Select(SubscriptionRow)], cancellationToken),
        log.UpsertAsync([.. LogRows(deliveries)], cancellationToken));

    /// <summary>After the deliveries were written: follows those that are due again.</summary>
    public Task FollowAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) =>
        unfinished.UpsertAsync([.. UnfinishedRows(deliveries.Where(delivery => delivery.State == DeliveryState.Due))], cancellationToken);

    /// <summary>The rows that are due before then, going on after one.</summary>
    public async IAsyncEnumerable<UnfinishedBatch> UnfinishedAsync(DateTimeOffset before, RowKey? after, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = after?.Row ?? "";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {UnfinishedPartition} and RowKey gt {from} and DueAt lt {TableDate.Of(before)}");
        await foreach (var row in unfinished.QueryAsync(filter, pageSize, cancellationToken))
        {
            yield return new UnfinishedBatch(row, IdsIn(row), row.GetDateTimeOffset(DueColumn)!.Value);
        }
    }

    /// <summary>All of a batch are final.</summary>
    public Task ForgetAsync(UnfinishedBatch batch, CancellationToken cancellationToken) => unfinished.DeleteUnchangedAsync(batch.Row, cancellationToken);

    /// <summary>None of a batch is due before then.</summary>
    public async Task PutOffAsync(UnfinishedBatch batch, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var row = new TableEntity(batch.Row.PartitionKey, batch.Row.RowKey)
        {
            [ContentColumn] = batch.Row.GetString(ContentColumn),
            [SubscriptionsColumn] = batch.Row.GetString(SubscriptionsColumn),
            [DueColumn] = TableDate.Of(until),
        };

        // Written since: its new date stands.
        await unfinished.TrySaveAsync(row, batch.Row.ETag.ToString(), cancellationToken);
    }

    public Task<Page<IndexedDelivery>> ListNewestOfAsync(string subscriptionId, int take, string? cursor, CancellationToken cancellationToken)
    {
        var slice = TableKey.SliceOf(subscriptionId);
        var prefix = TableKey.Escape(subscriptionId) + ".";
        var span = new PartitionSpan(slice, slice + "~", TableClient.CreateQueryFilter($"RowKey ge {prefix} and RowKey lt {prefix + "~"}"));
        return bySubscription.PageAsync(
            $"deliveries:{subscriptionId}", span, take, cursor,
            row => new IndexedDelivery(new DeliveryId(row.GetString(ContentColumn), row.GetString(SubscriptionColumn)), row.GetInt64(CreatedColumn)!.Value), cancellationToken);
    }

    /// <summary>A log row holds many deliveries, so the position is a log row and how many of its deliveries were given already.</summary>
    public async Task<Page<IndexedDelivery>> ListNewestAsync(int take, string? cursor, CancellationToken cancellationToken)
    {
        var items = new List<IndexedDelivery>();
        var (after, current, given) = LogPosition.Read(LogListing, cursor);
        var last = after;
        await foreach (var row in log.ScanAsync(PartitionSpan.All, after, Math.Min(take, 100), cancellationToken))
        {
            var (ids, created) = (IdsIn(row), row.GetInt64(CreatedColumn)!.Value);
            for (var i = RowKey.Of(row) == current ? given : 0; i < ids.Count; i++)
            {
                if (items.Count == take)
                {
                    return new Page<IndexedDelivery>(items, LogPosition.Write(LogListing, last, RowKey.Of(row), i));
                }

                items.Add(new IndexedDelivery(ids[i], created));
            }

            last = RowKey.Of(row);
        }

        return new Page<IndexedDelivery>(items, null);
    }

    /// <summary>What was created before then, the newest first, going on after a row.</summary>
    public async IAsyncEnumerable<LoggedBatch> LoggedAsync(DateTimeOffset before, RowKey? after, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var months = new PartitionSpan(TableKey.NewestMonthFirst(before), PartitionSpan.End);
        await foreach (var row in log.ScanAsync(months, after, pageSize, cancellationToken))
        {
            if (row.GetInt64(CreatedColumn) is { } created && created < before.UtcTicks)
            {
                yield return new LoggedBatch(RowKey.Of(row), IdsIn(row), created);
            }
        }
    }

    /// <summary>The row of the log, which finds the others, goes last.</summary>
    public async Task ForgetAsync(LoggedBatch batch, CancellationToken cancellationToken)
    {
        await bySubscription.DeleteAsync(batch.Ids.Select(id => SubscriptionKey(id, new DateTimeOffset(batch.CreatedTicks, TimeSpan.Zero))), cancellationToken);
        await log.DeleteAsync(batch.Row, cancellationToken);
    }

    /// <summary>Takes one subscription's deliveries out of the indices; the log's rows, which hold others' too, are written again without them. The sweep's rows go with the sweep.</summary>
    public async Task EraseAsync(IReadOnlyList<IndexedDelivery> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            var created = new DateTimeOffset(item.CreatedTicks, TimeSpan.Zero);
            var filter = TableKey.RowsStartingWith(TableKey.NewestMonthFirst(created), TableKey.NewestFirst(created) + ".");
            await foreach (var row in log.QueryAsync(filter, int.MaxValue, cancellationToken))
            {
                await EraseAsync(row, item.Id, cancellationToken);
            }
        }

        await bySubscription.DeleteAsync(items.Select(item => SubscriptionKey(item.Id, new DateTimeOffset(item.CreatedTicks, TimeSpan.Zero))), cancellationToken);
    }

    private async Task EraseAsync(TableEntity logRow, DeliveryId id, CancellationToken cancellationToken)
    {
        var subscriptions = logRow.GetString(SubscriptionsColumn).Split(' ').ToList();
        if (logRow.GetString(ContentColumn) != id.ContentId || !subscriptions.Remove(id.SubscriptionId))
        {
            return;
        }

        if (subscriptions.Count == 0)
        {
            await log.DeleteAsync(RowKey.Of(logRow), cancellationToken);
            return;
        }

        logRow[SubscriptionsColumn] = string.Join(' ', subscriptions);
        await log.UpsertAsync([logRow], cancellationToken);
    }

    private static IEnumerable<TableEntity> LogRows(IReadOnlyList<Delivery> deliveries) =>
        from delivery in deliveries
        group delivery.Id by (delivery.CreatedAt, delivery.Id.ContentId) into created
        from batch in Batches(created)
        select new TableEntity(TableKey.NewestMonthFirst(created.Key.CreatedAt), $"{TableKey.NewestFirst(created.Key.CreatedAt)}.{batch.Id}")
        {
            [ContentColumn] = created.Key.ContentId,
            [SubscriptionsColumn] = batch.Subscriptions,
            [CreatedColumn] = created.Key.CreatedAt.UtcTicks,
        };

    private static IEnumerable<TableEntity> UnfinishedRows(IEnumerable<Delivery> deliveries) =>
        from delivery in deliveries
        group delivery.Id by (delivery.NextAttemptAt, delivery.Id.ContentId) into due
        from batch in Batches(due)
        select new TableEntity(UnfinishedPartition, batch.Id)
        {
            [ContentColumn] = due.Key.ContentId,
            [SubscriptionsColumn] = batch.Subscriptions,
            [DueColumn] = TableDate.Of(due.Key.NextAttemptAt),
        };

    /// <summary>Up to a hundred subscriptions of one content; the same ones make the same row, however often they are written.</summary>
    private static IEnumerable<(string Id, string Subscriptions)> Batches(IEnumerable<DeliveryId> ids) =>
        from batch in ids.Distinct().OrderBy(id => id.SubscriptionId, StringComparer.Ordinal).Chunk(TableBatches.MaxRows)
        select (DerivedId.Compact([batch[0].ContentId, .. batch.Select(id => id.SubscriptionId)]), string.Join(' ', batch.Select(id => id.SubscriptionId)));

    private static IReadOnlyList<DeliveryId> IdsIn(TableEntity row)
    {
        var content = row.GetString(ContentColumn);
        return [.. row.GetString(SubscriptionsColumn).Split(' ').Select(subscription => new DeliveryId(content, subscription))];
    }

    private static RowKey SubscriptionKey(DeliveryId id, DateTimeOffset created) =>
        new(TableKey.SliceOf(id.SubscriptionId), $"{TableKey.Escape(id.SubscriptionId)}.{TableKey.NewestFirst(created)}.{TableKey.Escape(id.ContentId)}");

    private static TableEntity SubscriptionRow(Delivery delivery) => new(SubscriptionKey(delivery.Id, delivery.CreatedAt).Partition, SubscriptionKey(delivery.Id, delivery.CreatedAt).Row)
    {
        [ContentColumn] = delivery.Id.ContentId,
        [SubscriptionColumn] = delivery.Id.SubscriptionId,
        [CreatedColumn] = delivery.CreatedAt.UtcTicks,
    };
}
