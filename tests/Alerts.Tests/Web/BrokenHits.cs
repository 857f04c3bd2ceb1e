using Alerts.Core.Hits;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Web;

internal sealed class BrokenHits : IHitStore
{
    public Task<int> AddIfAbsentAsync(IReadOnlyList<Hit> hits, CancellationToken cancellationToken) => throw Broken();

    public Task<Hit?> GetAsync(HitId id, CancellationToken cancellationToken) => throw Broken();

    public Task<Page<Hit>> ListAsync(HitQuery query, CancellationToken cancellationToken) => throw Broken();

    public Task<IReadOnlyList<Hit>> ListByStoryAsync(string storyId, int take, CancellationToken cancellationToken) => throw Broken();

    public Task MoveAsync(IReadOnlyList<Hit> hits, string storyId, CancellationToken cancellationToken) => throw Broken();

    public Task RemoveAsync(IReadOnlyList<Hit> hits, CancellationToken cancellationToken) => throw Broken();

    private static InvalidOperationException Broken() => new("The secret account's table is broken.");
}

internal static class BrokenServices
{
    public static void AddBrokenHits(this IServiceCollection services) => services.AddSingleton<IHitStore, BrokenHits>();
}
