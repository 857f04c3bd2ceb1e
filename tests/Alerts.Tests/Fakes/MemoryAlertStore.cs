using System.Collections.Concurrent;
using Alerts.Core.Alerting;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryAlertStore : IAlertStore
{
    private readonly ConcurrentDictionary<string, Alert> alerts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string SubscriptionId, string AlertId), HeldAlert> held = new();
    private readonly ConcurrentDictionary<string, AlertHolder> holders = new(StringComparer.Ordinal);
    private int heldReads;

    /// <summary>How often somebody asked what is held for a subscription.</summary>
    public int HeldReads => heldReads;

    public Task<Alert> AddIfAbsentAsync(Alert alert, CancellationToken cancellationToken) => Task.FromResult(alerts.GetOrAdd(alert.Id, alert));

    public Task<IReadOnlyList<Alert>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>([.. ids.Distinct().Select(id => alerts.GetValueOrDefault(id)).OfType<Alert>()]);

    public Task RemoveAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            alerts.TryRemove(id, out _);
        }

        return Task.CompletedTask;
    }

    public Task HoldAsync(IReadOnlyList<HeldAlert> held, CancellationToken cancellationToken)
    {
        foreach (var item in held)
        {
            this.held.TryAdd((item.SubscriptionId, item.AlertId), item);
            holders.AddOrUpdate(
                item.SubscriptionId, id => new AlertHolder(id, Since: null, Guid.NewGuid().ToString()),
                (_, holder) => holder with { Since = item.HeldAt < holder.Since ? null : holder.Since, Version = Guid.NewGuid().ToString() });
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<HeldAlert>> ListHeldAsync(string subscriptionId, int take, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref heldReads);
        return Task.FromResult<IReadOnlyList<HeldAlert>>(
            [.. held.Values.Where(item => item.SubscriptionId == subscriptionId).OrderBy(item => item.HeldAt).ThenBy(item => item.AlertId, StringComparer.Ordinal).Take(take)]);
    }

    public Task<Page<AlertHolder>> ListHoldersAsync(int take, string? cursor, CancellationToken cancellationToken) => Task.FromResult(MemoryPages.Of(
        "holders", held.Values.Select(item => item.SubscriptionId).Distinct().Order(StringComparer.Ordinal).Select(id => holders[id]), holder => holder.SubscriptionId, take, cursor));

    public Task NoteAsync(AlertHolder holder, DateTimeOffset since, CancellationToken cancellationToken)
    {
        holders.TryUpdate(holder.SubscriptionId, holder with { Since = since, Version = Guid.NewGuid().ToString() }, holder);
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(IReadOnlyList<HeldAlert> held, CancellationToken cancellationToken)
    {
        foreach (var item in held)
        {
            this.held.TryRemove((item.SubscriptionId, item.AlertId), out _);
        }

        return Task.CompletedTask;
    }
}
