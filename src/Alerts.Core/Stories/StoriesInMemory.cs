using System.Globalization;
using Alerts.Core.Messaging;

namespace Alerts.Core.Stories;

/// <summary>The stories of one run with one writer, such as the trial of a topic or an evaluation: nothing is kept after it.</summary>
public sealed class StoriesInMemory : IStoryStore
{
    private readonly Dictionary<string, Story> stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<KeyedStory>> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> claims = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Story> All => stories.Values;

    public Task<Story?> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(stories.GetValueOrDefault(id));

    public Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Story>>([.. ids.Distinct().Select(id => stories.GetValueOrDefault(id)).OfType<Story>()]);

    public Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        return Task.FromResult<Story?>(stories[story.Id] = story with { Version = story.ArticleCount.ToString(CultureInfo.InvariantCulture) });
    }

    public Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<Story>([.. stories.Values.Where(story => !(story.FirstSeenAt < since)).Take(take)], null));

    public Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindByKeysAsync(IReadOnlyCollection<StoryKeyRange> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>>(keys.DistinctBy(range => range.Key).ToDictionary(range => range.Key, Find));

    public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, DateTimeOffset when, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
        {
            if (!this.keys.TryGetValue(key, out var entries))
            {
                this.keys[key] = entries = [];
            }

            entries.Add(new KeyedStory(storyId, DateOnly.FromDateTime(when.UtcDateTime)));
        }

        return Task.CompletedTask;
    }

    public Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken) =>
        Task.FromResult(claims.TryAdd(key, storyId) ? storyId : claims[key]);

    public Task ReassignKeyAsync(string key, string storyId, CancellationToken cancellationToken)
    {
        claims[key] = storyId;
        return Task.CompletedTask;
    }

    private IReadOnlyList<KeyedStory> Find(StoryKeyRange range)
    {
        var (from, to) = (DateOnly.FromDateTime(range.From.UtcDateTime), DateOnly.FromDateTime(range.To.UtcDateTime));
        return [.. (keys.GetValueOrDefault(range.Key) ?? []).Where(entry => entry.Day >= from && entry.Day <= to).OrderByDescending(entry => entry.Day).Take(StoryKeyRange.MaxFound)];
    }
}
