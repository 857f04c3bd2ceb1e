using System.Collections.Concurrent;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Tests.Fakes;

public sealed class MemoryStoryStore : IStoryStore
{
    private readonly MemoryVersions<string, Story> rows = new();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> claims = new(StringComparer.Ordinal);

    public Task<Story?> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Find(id));

    public Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Story>>([.. ids.Distinct().Select(Find).OfType<Story>()]);

    public Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken) =>
        Task.FromResult(rows.TrySave(story.Id, story, story.Version) is { } version ? story with { Version = version } : null);

    public Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken)
    {
        var stories = from story in rows.All.Select(Stamp)
                      where (topicId is null || story.Topics.Contains(topicId)) && (since is null || story.FirstSeenAt >= since)
                      orderby PositionOf(story)
                      select story;
        return Task.FromResult(MemoryPages.Of("stories:" + topicId, stories, PositionOf, take, cursor));
    }

    public Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindByKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(keys.Distinct().ToDictionary(key => key, FindByKey));

    public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            this.keys.GetOrAdd(key, _ => new ConcurrentDictionary<string, bool>(StringComparer.Ordinal))[storyId] = true;
        }

        return Task.CompletedTask;
    }

    public Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken) => Task.FromResult(claims.GetOrAdd(key, storyId));

    private IReadOnlyList<string> FindByKey(string key)
    {
        var found = new SortedSet<string>(keys.TryGetValue(key, out var stories) ? stories.Keys : [], StringComparer.Ordinal);
        if (claims.TryGetValue(key, out var holder))
        {
            found.Add(holder);
        }

        return [.. found];
    }

    private Story? Find(string id) => rows.Find(id) is { } row ? Stamp(row) : null;

    private static Story Stamp((Story Value, string Version) row) => row.Value with { Version = row.Version };

    private static string PositionOf(Story story) => $"{MemoryPages.NewestFirst(story.FirstSeenAt)}.{story.Id}";
}
