using System.Globalization;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Eval;

/// <summary>Stories of one run, in memory; one writer.</summary>
internal sealed class EvalStoryStore : IStoryStore
{
    private readonly Dictionary<string, Story> stories = [];
    private readonly Dictionary<string, HashSet<KeyedStory>> keys = [];
    private readonly Dictionary<string, string> claims = [];

    public Task<Story?> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(stories.GetValueOrDefault(id));

    public Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Story>>([.. ids.Select(id => stories.GetValueOrDefault(id)).OfType<Story>()]);

    public Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken) =>
        Task.FromResult<Story?>(stories[story.Id] = story with { Version = story.ArticleCount.ToString(CultureInfo.InvariantCulture) });

    public Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Joining lists nothing.");

    public Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindByKeysAsync(IReadOnlyCollection<StoryKeyRange> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>>(keys.DistinctBy(range => range.Key).ToDictionary(range => range.Key, Find));

    public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, DateTimeOffset when, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            if (!this.keys.TryGetValue(key, out var entries)) this.keys[key] = entries = [];
            entries.Add(new KeyedStory(storyId, DateOnly.FromDateTime(when.UtcDateTime)));
        }

        return Task.CompletedTask;
    }

    public Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken) =>
        Task.FromResult(claims.TryAdd(key, storyId) ? storyId : claims[key]);

    public Task ReassignKeyAsync(string key, string storyId, CancellationToken cancellationToken) => throw new NotSupportedException("Joining reassigns nothing.");

    private IReadOnlyList<KeyedStory> Find(StoryKeyRange range)
    {
        var (from, to) = (DateOnly.FromDateTime(range.From.UtcDateTime), DateOnly.FromDateTime(range.To.UtcDateTime));
        return [.. (keys.GetValueOrDefault(range.Key) ?? []).Where(entry => entry.Day >= from && entry.Day <= to).OrderByDescending(entry => entry.Day).Take(StoryKeyRange.MaxFound)];
    }
}
