using System.Collections.Concurrent;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Tests.Fakes;

public sealed class MemoryStoryStore : IStoryStore
{
    private readonly MemoryVersions<string, Story> rows = new();
    private readonly ConcurrentDictionary<string, SortedSet<(int Day, string StoryId)>> keys = new(StringComparer.Ordinal);
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

    public Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindByKeysAsync(IReadOnlyCollection<StoryKeyRange> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>>(keys.DistinctBy(range => range.Key).ToDictionary(range => range.Key, FindByKey));

    public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, DateTimeOffset when, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            var entries = this.keys.GetOrAdd(key, _ => []);
            lock (entries) entries.Add((-DateOnly.FromDateTime(when.UtcDateTime).DayNumber, storyId));
        }

        return Task.CompletedTask;
    }

    public Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken) => Task.FromResult(claims.GetOrAdd(key, storyId));

    public Task<string?> FindClaimAsync(string key, CancellationToken cancellationToken) => Task.FromResult(claims.GetValueOrDefault(key));

    public Task ReassignKeyAsync(string key, string storyId, CancellationToken cancellationToken)
    {
        claims[key] = storyId;
        return Task.CompletedTask;
    }

    private IReadOnlyList<KeyedStory> FindByKey(StoryKeyRange range)
    {
        if (!keys.TryGetValue(range.Key, out var entries)) return [];
        var (newest, oldest) = (-DateOnly.FromDateTime(range.To.UtcDateTime).DayNumber, -DateOnly.FromDateTime(range.From.UtcDateTime).DayNumber);
        lock (entries)
        {
            return [.. entries.GetViewBetween((newest, ""), (oldest, "~")).Take(StoryKeyRange.MaxFound).Select(entry => new KeyedStory(entry.StoryId, DateOnly.FromDayNumber(-entry.Day)))];
        }
    }

    private Story? Find(string id) => rows.Find(id) is { } row ? Stamp(row) : null;

    private static Story Stamp((Story Value, string Version) row) => row.Value with { Version = row.Version };

    private static string PositionOf(Story story) => $"{MemoryPages.NewestFirst(story.FirstSeenAt)}.{story.Id}";
}
