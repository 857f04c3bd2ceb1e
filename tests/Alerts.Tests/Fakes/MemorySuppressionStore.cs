using System.Collections.Concurrent;
using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemorySuppressionStore : ISuppressionStore
{
    private readonly ConcurrentDictionary<string, Suppression> rows = new(StringComparer.Ordinal);

    public Task<Suppression?> GetAsync(string subscriptionId, CancellationToken cancellationToken) => Task.FromResult(rows.GetValueOrDefault(subscriptionId));

    public Task SaveAsync(Suppression suppression, CancellationToken cancellationToken)
    {
        rows[suppression.SubscriptionId] = suppression;
        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(string subscriptionId, CancellationToken cancellationToken) => Task.FromResult(rows.TryRemove(subscriptionId, out _));

    public Task<Page<Suppression>> ListAsync(int take, string? cursor, CancellationToken cancellationToken) => Task.FromResult(MemoryPages.Of(
        "suppressions", rows.Values.OrderBy(row => row.SubscriptionId, StringComparer.Ordinal), row => row.SubscriptionId, take, cursor));
}
