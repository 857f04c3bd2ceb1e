using Alerts.Core.Delivery;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryDeliveryStore : IDeliveryStore
{
    private readonly MemoryVersions<DeliveryId, Delivery> rows = new();

    public Task<IReadOnlyList<Delivery>> AddIfAbsentAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        foreach (var delivery in deliveries)
        {
            rows.TrySave(delivery.Id, delivery, null);
        }

        return Task.FromResult<IReadOnlyList<Delivery>>([.. deliveries.Select(delivery => Stamp(rows.Find(delivery.Id)!.Value))]);
    }

    public Task<IReadOnlyList<Delivery>> GetAsync(IReadOnlyCollection<DeliveryId> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Delivery>>([.. ids.Distinct().Select(rows.Find).Where(row => row is not null).Select(row => Stamp(row!.Value))]);

    public Task<IReadOnlyList<Delivery?>> TryReplaceAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Delivery?>>(
        [.. deliveries.Select(delivery => rows.TrySave(delivery.Id, delivery, delivery.Version ?? "never stored") is { } version ? delivery with { Version = version } : null)]);

    public Task EraseAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        foreach (var (delivery, _) in rows.All.Where(row => row.Value.Id.SubscriptionId == subscriptionId))
        {
            rows.Remove(delivery.Id);
        }

        return Task.CompletedTask;
    }

    public Task<int> CountAsync(string contentId, int atMost, CancellationToken cancellationToken) =>
        Task.FromResult(Math.Min(atMost, rows.All.Count(row => row.Value.Id.ContentId == contentId)));

    public Task<DateTimeOffset?> FirstSentAsync(string contentId, CancellationToken cancellationToken) =>
        Task.FromResult(rows.All.Where(row => row.Value.Id.ContentId == contentId).Take(100).Min(row => row.Value.SentAt));

    public Task<Page<Delivery>> ListOverdueAsync(DateTimeOffset before, int take, string? cursor, CancellationToken cancellationToken)
    {
        var overdue = from delivery in rows.All.Select(Stamp)
                      where !delivery.IsFinal && (delivery.State == DeliveryState.Sending ? delivery.ClaimedUntil ?? delivery.NextAttemptAt : delivery.NextAttemptAt) < before
                      orderby PositionOf(delivery)
                      select delivery;
        return Task.FromResult(MemoryPages.Of("unfinished", overdue, PositionOf, take, cursor));

        static string PositionOf(Delivery delivery) => $"{delivery.Id.SubscriptionId}.{delivery.Id.ContentId}";
    }

    public Task<IReadOnlyList<Delivery>> ListUnfinishedAsync(string subscriptionId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Delivery>>([.. rows.All.Select(Stamp).Where(delivery => delivery.Id.SubscriptionId == subscriptionId && !delivery.IsFinal)]);

    public Task<Page<Delivery>> ListAsync(string? subscriptionId, DeliveryState? state, int take, string? cursor, CancellationToken cancellationToken)
    {
        var found = from delivery in rows.All.Select(Stamp)
                    where (subscriptionId is null || delivery.Id.SubscriptionId == subscriptionId) && (state is null || delivery.State == state)
                    orderby PositionOf(delivery)
                    select delivery;
        return Task.FromResult(MemoryPages.Of("deliveries:" + subscriptionId, found, PositionOf, take, cursor));

        static string PositionOf(Delivery delivery) => $"{MemoryPages.NewestFirst(delivery.CreatedAt)}.{delivery.Id}";
    }

    private static Delivery Stamp((Delivery Value, string Version) row) => row.Value with { Version = row.Version };
}
