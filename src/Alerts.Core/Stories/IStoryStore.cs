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

    /// <summary>The stories that claim any of these keys (a normalised title in its time window, a canonical URL, a fact), by key; a key that no story claims has an empty list.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindByKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>Adds the story under these keys; a key that it is under already is left.</summary>
    Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>
    /// Claims a key for one story alone: the first writer wins.
    /// </summary>
    /// <returns>The id of the story that holds the key now.</returns>
    Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken);
}
