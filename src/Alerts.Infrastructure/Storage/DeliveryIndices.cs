using Alerts.Core;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// What finds deliveries other than by id:
/// <list type="bullet">
/// <item><c>unfinisheddeliveries</c>: partition = the subscription's first two digits, row = <c>content.subscription</c>, column
/// <c>DueAt</c>. A row goes when its delivery is final, so the table stays small and the sweep reads it whole: one request for
/// each thousand unfinished. <c>DueAt</c> follows reschedulings but not claims, and so may be too early, never too late;</item>
/// <item><c>deliveriesbysubscription</c>: the same partitions, row = <c>subscription.{created}.content</c>, newest first;</item>
/// <item><c>deliverylog</c>: partition = month, row = <c>{created}.{batch}</c>, newest first: one row for up to a hundred
/// deliveries that were created together, so that a fan-out to 100,000 writes a thousand rows into the month's partition and
/// not 100,000.</item>
/// </list>
/// </summary>
internal sealed class DeliveryIndices(StorageClients clients)
{
    private const string UnfinishedListing = "unfinished";
    private const string LogListing = "deliveries";
    private const string DueColumn = "DueAt";
    private const string ContentColumn = "Content";
    private const string SubscriptionColumn = "Subscription";
    private const string SubscriptionsColumn = "Subscriptions";
    private const string CreatedColumn = "CreatedTicks";

    private readonly StorageTable unfinished = clients.Table(TableNames.UnfinishedDeliveries);
    private readonly StorageTable bySubscription = clients.Table(TableNames.DeliveriesBySubscription);
    private readonly StorageTable log = clients.Table(TableNames.DeliveryLog);

    public Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) => Task.WhenAll(
        unfinished.UpsertAsync([.. deliveries.Where(delivery => !delivery.IsFinal).Select(UnfinishedRow)], cancellationToken),
        bySubscription.UpsertAsync([.. deliveries.Select(SubscriptionRow)], cancellationToken),
        log.UpsertAsync([.. LogRows(deliveries)], cancellationToken));

    /// <summary>After the deliveries were written: forgets the final ones, follows those that were put off.</summary>
    public Task UpdateAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) => Task.WhenAll(
        ForgetAsync(deliveries.Where(delivery => delivery.IsFinal).Select(delivery => delivery.Id), cancellationToken),
        unfinished.UpsertAsync([.. deliveries.Where(delivery => delivery.State == DeliveryState.Due).Select(UnfinishedRow)], cancellationToken));

    public Task ForgetAsync(IEnumerable<DeliveryId> ids, CancellationToken cancellationToken) => unfinished.DeleteAsync(ids.Select(UnfinishedKey), cancellationToken);

    public async Task<Page<UnfinishedDelivery>> ListUnfinishedAsync(DateTimeOffset before, int take, string? cursor, CancellationToken cancellationToken)
    {
        var due = DueColumn + TableClient.CreateQueryFilter($" lt {TableDate.Of(before)}");
        return await unfinished.PageAsync(
            UnfinishedListing, PartitionSpan.All with { Filter = due }, take, cursor,
            row => new UnfinishedDelivery(IdOf(row), row.GetDateTimeOffset(DueColumn)!.Value), cancellationToken);
    }

    public async Task<IReadOnlyList<DeliveryId>> ListUnfinishedOfAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        var ids = new List<DeliveryId>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.ShardOf(subscriptionId)} and Subscription eq {subscriptionId}");
        await foreach (var row in unfinished.QueryAsync(filter, int.MaxValue, cancellationToken))
        {
            ids.Add(IdOf(row));
        }

        return ids;
    }

    public Task<Page<IndexedDelivery>> ListNewestOfAsync(string subscriptionId, int take, string? cursor, CancellationToken cancellationToken)
    {
        var shard = TableKey.ShardOf(subscriptionId);
        var prefix = TableKey.Escape(subscriptionId) + ".";
        var span = new PartitionSpan(shard, shard + "~", TableClient.CreateQueryFilter($"RowKey ge {prefix} and RowKey lt {prefix + "~"}"));
        return bySubscription.PageAsync(
            $"deliveries:{subscriptionId}", span, take, cursor, row => new IndexedDelivery(IdOf(row), row.GetInt64(CreatedColumn)!.Value), cancellationToken);
    }

    /// <summary>A log row holds many deliveries, so the position is a log row and how many of its deliveries were given already.</summary>
    public async Task<Page<IndexedDelivery>> ListNewestAsync(int take, string? cursor, CancellationToken cancellationToken)
    {
        var items = new List<IndexedDelivery>();
        var (after, current, given) = LogPosition.Read(LogListing, cursor);
        var last = after;
        await foreach (var row in log.ScanAsync(PartitionSpan.All, after, Math.Min(take, 100), cancellationToken))
        {
            var logged = LoggedIn(row);
            for (var i = RowKey.Of(row) == current ? given : 0; i < logged.Count; i++)
            {
                if (items.Count == take)
                {
                    return new Page<IndexedDelivery>(items, LogPosition.Write(LogListing, last, RowKey.Of(row), i));
                }

                items.Add(logged[i]);
            }

            last = RowKey.Of(row);
        }

        return new Page<IndexedDelivery>(items, null);
    }

    private static IReadOnlyList<IndexedDelivery> LoggedIn(TableEntity row)
    {
        var content = row.GetString(ContentColumn);
        var created = row.GetInt64(CreatedColumn)!.Value;
        return [.. row.GetString(SubscriptionsColumn).Split(' ').Select(subscription => new IndexedDelivery(new DeliveryId(content, subscription), created))];
    }

    private static IEnumerable<TableEntity> LogRows(IReadOnlyList<Delivery> deliveries) =>
        from delivery in deliveries
        group delivery.Id.SubscriptionId by (delivery.CreatedAt, delivery.Id.ContentId) into created
        from batch in created.Distinct().Order(StringComparer.Ordinal).Chunk(TableBatches.MaxRows)
        let batchId = DerivedId.Compact([created.Key.ContentId, .. batch])
        select new TableEntity(TableKey.NewestMonthFirst(created.Key.CreatedAt), $"{TableKey.NewestFirst(created.Key.CreatedAt)}.{batchId}")
        {
            [ContentColumn] = created.Key.ContentId,
            [SubscriptionsColumn] = string.Join(' ', batch),
            [CreatedColumn] = created.Key.CreatedAt.UtcTicks,
        };

    private static RowKey UnfinishedKey(DeliveryId id) => new(TableKey.ShardOf(id.SubscriptionId), $"{TableKey.Escape(id.ContentId)}.{TableKey.Escape(id.SubscriptionId)}");

    private static TableEntity UnfinishedRow(Delivery delivery) => IdRow(UnfinishedKey(delivery.Id), delivery, DueColumn, TableDate.Of(delivery.NextAttemptAt));

    private static TableEntity SubscriptionRow(Delivery delivery) => IdRow(
        new RowKey(
            TableKey.ShardOf(delivery.Id.SubscriptionId),
            $"{TableKey.Escape(delivery.Id.SubscriptionId)}.{TableKey.NewestFirst(delivery.CreatedAt)}.{TableKey.Escape(delivery.Id.ContentId)}"),
        delivery, CreatedColumn, delivery.CreatedAt.UtcTicks);

    private static TableEntity IdRow(RowKey key, Delivery delivery, string column, object value) => new(key.Partition, key.Row)
    {
        [ContentColumn] = delivery.Id.ContentId,
        [SubscriptionColumn] = delivery.Id.SubscriptionId,
        [column] = value,
    };

    private static DeliveryId IdOf(TableEntity row) => new(row.GetString(ContentColumn), row.GetString(SubscriptionColumn));
}
