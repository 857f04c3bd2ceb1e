using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Tests.Stories;

/// <summary>A store between whose reads and writes something happens, once: others write, or the instance dies.</summary>
internal sealed class Interposed(IStoryStore stories) : IStoryStore
{
    private bool isDone;

    /// <summary>Before the first write of this story.</summary>
    public (string Id, Func<Task> Act)? OnSave { get; init; }

    public Action? OnAddKeys { get; init; }

    /// <summary>Before this key is claimed for the first time.</summary>
    public (string Key, Action Act)? OnClaim { get; init; }

    public async Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken)
    {
        if (OnSave is { } meanwhile && story.Id == meanwhile.Id && !isDone)
        {
            isDone = true;
            await meanwhile.Act();
        }

        return await stories.TrySaveAsync(story, cancellationToken);
    }

    public Task<Story?> GetAsync(string id, CancellationToken cancellationToken) => stories.GetAsync(id, cancellationToken);

    public Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => stories.GetAsync(ids, cancellationToken);

    public Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken) => stories.ListAsync(topicId, since, take, cursor, cancellationToken);

    public Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindByKeysAsync(IReadOnlyCollection<StoryKeyRange> keys, CancellationToken cancellationToken) => stories.FindByKeysAsync(keys, cancellationToken);

    public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, DateTimeOffset when, CancellationToken cancellationToken)
    {
        if (OnAddKeys is { } act && !isDone)
        {
            isDone = true;
            act();
        }

        return stories.AddKeysAsync(storyId, keys, when, cancellationToken);
    }

    public Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken)
    {
        if (OnClaim is { } claim && key == claim.Key && !isDone)
        {
            isDone = true;
            claim.Act();
        }

        return stories.ClaimKeyAsync(key, storyId, cancellationToken);
    }

    public Task<string?> FindClaimAsync(string key, CancellationToken cancellationToken) => stories.FindClaimAsync(key, cancellationToken);

    public Task ReassignKeyAsync(string key, string storyId, CancellationToken cancellationToken) => stories.ReassignKeyAsync(key, storyId, cancellationToken);
}
