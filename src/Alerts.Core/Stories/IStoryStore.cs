using Alerts.Core.Messaging;

namespace Alerts.Core.Stories;

public interface IStoryStore
{
    Task<Story?> GetAsync(string id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Adds a story without <see cref="Story.Version"/>, replaces one with it.</summary>
    /// <returns>The stored story with its new version; null where another writer was there first: read again and decide anew.</returns>
    Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken);

    /// <summary>By <see cref="Story.FirstSeenAt"/>, newest first.</summary>
    Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken);

    /// <summary>The stories under each of these keys in its range of time, newest first, <see cref="StoryKeyRange.MaxFound"/> at most; a key that no story is under has an empty list.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindByKeysAsync(IReadOnlyCollection<StoryKeyRange> keys, CancellationToken cancellationToken);

    /// <summary>Puts the story under these keys at a day; where it is under a key at that day already, nothing changes.</summary>
    Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, DateTimeOffset when, CancellationToken cancellationToken);

    /// <summary>
    /// Claims a key for one story alone: the first writer wins.
    /// </summary>
    /// <returns>The id of the story that holds the key now.</returns>
    Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken);

    /// <returns>The id of the story that holds the key; null where nobody has claimed it.</returns>
    Task<string?> FindClaimAsync(string key, CancellationToken cancellationToken);

    /// <summary>Gives a claim to another story, whoever held it: an operator's decision.</summary>
    Task ReassignKeyAsync(string key, string storyId, CancellationToken cancellationToken);
}
