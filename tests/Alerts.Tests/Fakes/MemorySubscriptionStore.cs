using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Fakes;

public sealed class MemorySubscriptionStore : ISubscriptionStore
{
    private readonly MemoryVersions<string, Subscription> rows = new();

    public Task<Subscription?> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Find(id));

    public Task<IReadOnlyList<Subscription>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Subscription>>([.. ids.Distinct().Select(Find).OfType<Subscription>()]);

    public Task<Subscription?> TrySaveAsync(Subscription subscription, CancellationToken cancellationToken) =>
        Task.FromResult(rows.TrySave(subscription.Id, subscription, subscription.Version) is { } version ? subscription with { Version = version } : null);

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => Task.FromResult(rows.Remove(id));

    public Task<Page<Subscription>> ListAsync(int take, string? cursor, CancellationToken cancellationToken) => Task.FromResult(
        MemoryPages.Of("subscriptions", rows.All.Select(Stamp).OrderBy(item => item.Id, StringComparer.Ordinal), item => item.Id, take, cursor));

    private Subscription? Find(string id) => rows.Find(id) is { } row ? Stamp(row) : null;

    private static Subscription Stamp((Subscription Value, string Version) row) => row.Value with { Version = row.Version };
}
