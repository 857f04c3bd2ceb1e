using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>deliveries</c>: partition = content and the subscription's first digit, row key = subscription, so that a fan-out page
/// goes in transactions. Beside it stand the indices of <see cref="DeliveryIndices"/>, written before the rows: an index row may be
/// left over (a repeated call, a crash), but is never missing; readers check it against the delivery. For a hundred deliveries of
/// one partition: four requests to add, one to claim, one to finish.
/// </summary>
internal sealed class TableDeliveryStore(StorageClients clients, TimeProvider time) : IDeliveryStore, IPurgeable
{
    /// <summary>What a subscription was due before its last so many deliveries has come to an end: the longest schedule is three days.</summary>
    private const int NewestLookedAt = 1_000;

    private const string UnfinishedListing = "unfinished";

    /// <summary>An index row just written may wait for its deliveries; one of yesterday waits for nothing.</summary>
    private static readonly TimeSpan WaitForRows = TimeSpan.FromDays(1);

    private const int EraseAtOnce = 100;

    /// <summary>Rows of the log, of up to a hundred deliveries each, that one step of retention looks at.</summary>
    private const int LoggedAtOnce = 10;

    private readonly StorageTable deliveries = clients.Table(TableNames.Deliveries);
    private readonly DeliveryIndices indices = new(clients);

    public async Task<IReadOnlyList<Delivery>> AddIfAbsentAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        if (deliveries.Count == 0)
        {
            return [];
        }

        await indices.AddAsync(deliveries, cancellationToken);
        var rows = deliveries.Select(Write).ToList();
        var there = await this.deliveries.AddIfAbsentAsync(rows, cancellationToken);
        return [.. deliveries.Select((delivery, i) => there[i] is { } row ? Read(row) : delivery with { Version = rows[i].ETag.ToString() })];
    }

    public async Task<IReadOnlyList<Delivery>> GetAsync(IReadOnlyCollection<DeliveryId> ids, CancellationToken cancellationToken)
    {
        var rows = await deliveries.FindRunsAsync(ids.Select(KeyOf), cancellationToken);
        return [.. rows.Select(Read)];
    }

    public Task<IReadOnlyList<Delivery?>> TryReplaceAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) =>
        TryReplaceAsync(deliveries, insists: null, cancellationToken);

    public Task<IReadOnlyList<Delivery?>> TryRecordAsync(IReadOnlyList<Delivery> deliveries, DateTimeOffset until, CancellationToken cancellationToken) =>
        TryReplaceAsync(deliveries, () => time.GetUtcNow() < until, cancellationToken);

    private async Task<IReadOnlyList<Delivery?>> TryReplaceAsync(IReadOnlyList<Delivery> deliveries, Func<bool>? insists, CancellationToken cancellationToken)
    {
        var versions = await this.deliveries.TryReplaceAsync([.. deliveries.Select(delivery => (Write(delivery), VersionOf(delivery)))], cancellationToken, insists);
        var stored = deliveries.Zip(versions, (delivery, version) => version is null ? null : delivery with { Version = version }).ToList();
        await indices.FollowAsync([.. stored.OfType<Delivery>()], cancellationToken);
        return stored;
    }

    /// <summary>An index row holds many deliveries, so the position is a row and how many of its deliveries were looked at already.</summary>
    public async Task<Page<Delivery>> ListOverdueAsync(DateTimeOffset before, int take, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        var items = new List<Delivery>();
        var (after, current, looked) = LogPosition.Read(UnfinishedListing, cursor);
        var last = after;
        await foreach (var batch in indices.UnfinishedAsync(before, after, Math.Min(take, TableBatches.MaxRows), cancellationToken))
        {
            var row = RowKey.Of(batch.Row);
            var stored = (await GetAsync(batch.Ids, cancellationToken)).ToDictionary(delivery => delivery.Id);
            var overdue = batch.Ids.Select(id => stored.GetValueOrDefault(id) is { } delivery && IsOverdue(delivery, before) ? delivery : null).ToList();
            if (overdue.TrueForAll(delivery => delivery is null))
            {
                await SettleAsync(batch, stored, cancellationToken);
            }

            for (var i = row == current ? looked : 0; i < overdue.Count; i++)
            {
                if (overdue[i] is { } delivery)
                {
                    if (items.Count == take)
                    {
                        return new Page<Delivery>(items, LogPosition.Write(UnfinishedListing, last, row, i));
                    }

                    items.Add(delivery);
                }
            }

            last = row;
        }

        return new Page<Delivery>(items, null);
    }

    public async Task<IReadOnlyList<Delivery>> ListUnfinishedAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        var newest = await indices.ListNewestOfAsync(subscriptionId, NewestLookedAt, cursor: null, cancellationToken);
        return [.. (await GetAsync([.. newest.Items.Select(item => item.Id)], cancellationToken)).Where(delivery => !delivery.IsFinal)];
    }

    public async Task<Page<Delivery>> ListAsync(string? subscriptionId, DeliveryState? state, int take, string? cursor, CancellationToken cancellationToken)
    {
        var items = new List<Delivery>();
        while (true)
        {
            var page = subscriptionId is null
                ? await indices.ListNewestAsync(take - items.Count, cursor, cancellationToken)
                : await indices.ListNewestOfAsync(subscriptionId, take - items.Count, cursor, cancellationToken);
            var stored = (await GetAsync([.. page.Items.Select(item => item.Id)], cancellationToken)).ToDictionary(delivery => delivery.Id);
            items.AddRange(
                from item in page.Items
                let delivery = stored.GetValueOrDefault(item.Id)
                where delivery is not null && delivery.CreatedAt.UtcTicks == item.CreatedTicks && (state is null || delivery.State == state)
                select delivery);
            cursor = page.Next;
            if (cursor is null || items.Count == take)
            {
                return new Page<Delivery>(items, cursor);
            }
        }
    }

    public async Task<int> CountAsync(string contentId, int atMost, CancellationToken cancellationToken)
    {
        var count = 0;
        var partitions = PartitionSpan.StartingWith(TableKey.Escape(contentId) + ".");
        await foreach (var _ in deliveries.ScanAsync(partitions, after: null, atMost, cancellationToken, select: [nameof(TableEntity.RowKey)]))
        {
            if (++count >= atMost)
            {
                break;
            }
        }

        return count;
    }

    public async Task<DateTimeOffset?> FirstSentAsync(string contentId, CancellationToken cancellationToken)
    {
        const int looked = 100;
        DateTimeOffset? first = null;
        var count = 0;
        var partitions = PartitionSpan.StartingWith(TableKey.Escape(contentId) + ".");
        await foreach (var row in deliveries.ScanAsync(partitions, after: null, looked, cancellationToken))
        {
            var sent = Read(row).SentAt;
            first = first is null || sent < first ? sent ?? first : first;
            if (++count >= looked)
            {
                break;
            }
        }

        return first;
    }

    public async Task EraseAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        while (await indices.ListNewestOfAsync(subscriptionId, EraseAtOnce, cursor: null, cancellationToken) is { Items: { Count: > 0 } items })
        {
            // The index that finds them goes last.
            await deliveries.DeleteAsync(items.Select(item => KeyOf(item.Id)), cancellationToken);
            await indices.EraseAsync(items, cancellationToken);
        }
    }

    string IPurgeable.Name => TableNames.Deliveries;

    /// <summary>What is not final yet is kept, however old; by then its schedule is long over.</summary>
    public async Task<(int Done, string? Next)> PurgeAsync(RetentionOptions kept, DateTimeOffset now, string? position, CancellationToken cancellationToken)
    {
        var (done, looked) = (0, 0);
        var last = RowCursor.Read(TableNames.DeliveryLog, position, PartitionSpan.All);
        await foreach (var logged in indices.LoggedAsync(now.AddDays(-kept.DeliveryDays), last, LoggedAtOnce, cancellationToken))
        {
            if (looked++ == LoggedAtOnce)
            {
                return (done, RowCursor.Write(TableNames.DeliveryLog, last!.Value));
            }

            last = logged.Row;
            var stored = (await GetAsync(logged.Ids, cancellationToken)).Where(delivery => delivery.CreatedAt.UtcTicks == logged.CreatedTicks).ToList();
            if (stored.TrueForAll(delivery => delivery.IsFinal))
            {
                await deliveries.DeleteAsync(stored.Select(delivery => KeyOf(delivery.Id)), cancellationToken);
                await indices.ForgetAsync(logged, cancellationToken);
                done += stored.Count;
            }
        }

        return (done, null);
    }

    internal static RowKey KeyOf(DeliveryId id) => new(PartitionOf(id), TableKey.Escape(id.SubscriptionId));

    internal static string PartitionOf(DeliveryId id) => $"{TableKey.Escape(id.ContentId)}.{TableKey.SliceOf(id.SubscriptionId)}";

    /// <summary>Nothing of an index row is overdue: it goes, or it waits for the first that will be.</summary>
    private async Task SettleAsync(UnfinishedBatch batch, Dictionary<DeliveryId, Delivery> stored, CancellationToken cancellationToken)
    {
        var unfinished = stored.Values.Where(delivery => !delivery.IsFinal).Select(DueAt).ToList();
        if (unfinished.Count > 0)
        {
            await indices.PutOffAsync(batch, unfinished.Min(), cancellationToken);
        }
        else if (stored.Count == batch.Ids.Count || batch.DueAt < time.GetUtcNow() - WaitForRows)
        {
            await indices.ForgetAsync(batch, cancellationToken);
        }
    }

    private static bool IsOverdue(Delivery delivery, DateTimeOffset before) => !delivery.IsFinal && DueAt(delivery) < before;

    private static DateTimeOffset DueAt(Delivery delivery) => delivery.State == DeliveryState.Sending ? delivery.ClaimedUntil ?? delivery.NextAttemptAt : delivery.NextAttemptAt;

    private static TableEntity Write(Delivery delivery) => RowPayload.Row(KeyOf(delivery.Id), delivery with { Version = null });

    private static Delivery Read(TableEntity row) => RowPayload.Value<Delivery>(row) with { Version = row.ETag.ToString() };

    private static string VersionOf(Delivery delivery) =>
        delivery.Version ?? throw new ArgumentException($"The delivery {delivery.Id} was never stored: add it first.", nameof(delivery));
}
