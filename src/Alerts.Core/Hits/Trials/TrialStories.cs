using System.Globalization;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits.Trials;

/// <summary>The stories of one trial, in memory; one writer. How many mails a topic makes depends on how many stories its hits tell.</summary>
internal sealed class TrialStories : IStoryStore
{
    private readonly Dictionary<string, Story> stories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> claims = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Story> All => stories.Values;

    public Task<Story?> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(stories.GetValueOrDefault(id));

    public Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Story>>([.. ids.Distinct().Select(id => stories.GetValueOrDefault(id)).OfType<Story>()]);

    public Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken) =>
        Task.FromResult<Story?>(stories[story.Id] = story with { Version = story.ArticleCount.ToString(CultureInfo.InvariantCulture) });

    public Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken) =>
        Task.FromResult(new Page<Story>([.. stories.Values.Where(story => !(story.FirstSeenAt < since)).Take(take)], null));

    public Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindByKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(keys.Distinct().ToDictionary(key => key, FindByKey));

    public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
        {
            if (!this.keys.TryGetValue(key, out var ids))
            {
                this.keys[key] = ids = new(StringComparer.Ordinal);
            }

            ids.Add(storyId);
        }

        return Task.CompletedTask;
    }

    public Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken) =>
        Task.FromResult(claims.TryAdd(key, storyId) ? storyId : claims[key]);

    private IReadOnlyList<string> FindByKey(string key) =>
        [.. (keys.GetValueOrDefault(key) ?? []).Concat(claims.TryGetValue(key, out var holder) ? [holder] : []).Distinct()];
}
