using Alerts.Core.Messaging;

namespace Alerts.Core.Hits;

/// <summary>The hits of subscribers' own topics, each owner's apart.</summary>
public interface IOwnHitStore
{
    /// <summary>Adds those that are not there yet. A hit of a later revision of the same article replaces the earlier one.</summary>
    Task AddIfAbsentAsync(string ownerId, IReadOnlyList<Hit> hits, CancellationToken cancellationToken);

    /// <summary>Of one topic or of all of the owner's, by when the article was first seen, newest first.</summary>
    Task<Page<Hit>> ListAsync(string ownerId, string? topicId, int take, string? cursor, CancellationToken cancellationToken);

    /// <summary>The owner's hits on these articles.</summary>
    Task<IReadOnlyList<Hit>> ListByArticlesAsync(string ownerId, IReadOnlyCollection<(DateTimeOffset FirstSeenAt, string Id)> articles, CancellationToken cancellationToken);

    /// <summary>The hits of a story, oldest first, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Hit>> ListByStoryAsync(string ownerId, string storyId, int take, CancellationToken cancellationToken);
}
