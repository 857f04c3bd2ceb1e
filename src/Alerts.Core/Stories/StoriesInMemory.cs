using System.Globalization;
using Alerts.Core.Messaging;

namespace Alerts.Core.Stories;

/// <summary>The stories of one run, in memory; one writer: for trials and measurements, where nothing is to be kept.</summary>
public sealed class StoriesInMemory : IStoryStore
{
    private readonly Dictionary<string, Story> stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<(int Day, string StoryId)>> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> claims = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Story> All => stories.Values;

    public Task<Story?> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(stories.GetValueOrDefault(id));

    public Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Story>>([.. ids.Distinct().Select(id => stories.GetValueOrDefault(id)).OfType<Story>()]);

    public Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken) =>
        Task.FromResult<Story?>(stories[story.Id] = story with { Version = story.ArticleCount.ToString(CultureInfo.InvariantCulture) });

    public Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<Story>([.. stories.Values.Where(story => !(story.FirstSeenAt < since)).Take(take)], null));

    public Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindByKeysAsync(IReadOnlyCollection<StoryKeyRange> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>>(keys.DistinctBy(range => range.Key).ToDictionary(range => range.Key, Find));

    public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, DateTimeOffset when, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            if (!this.keys.TryGetValue(key, out var entries))
            {
                this.keys[key] = entries = [];
            }

            entries.Add((-DayOf(when), storyId));
        }

        return Task.CompletedTask;
    }

    public Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken) =>
        Task.FromResult(claims.TryAdd(key, storyId) ? storyId : claims[key]);

    public Task<string?> FindClaimAsync(string key, CancellationToken cancellationToken) => Task.FromResult(claims.GetValueOrDefault(key));

    public Task ReassignKeyAsync(string key, string storyId, CancellationToken cancellationToken)
    {
        claims[key] = storyId;
        return Task.CompletedTask;
    }

    private IReadOnlyList<KeyedStory> Find(StoryKeyRange range) => keys.TryGetValue(range.Key, out var entries)
        ? [.. entries.GetViewBetween((-DayOf(range.To), ""), (-DayOf(range.From), "~")).Take(StoryKeyRange.MaxFound).Select(entry => new KeyedStory(entry.StoryId, DateOnly.FromDayNumber(-entry.Day)))]
        : [];

    private static int DayOf(DateTimeOffset when) => DateOnly.FromDateTime(when.UtcDateTime).DayNumber;
}
