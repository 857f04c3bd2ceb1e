using System.Collections.Concurrent;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Tests.Fakes;

/// <summary>Stories and hits of own topics, as the one table holds both.</summary>
public sealed class MemoryOwnStories : IOwnStories, IOwnHitStore
{
    private readonly ConcurrentDictionary<string, MemoryStoryStore> stories = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<HitId, Hit>> hits = new(StringComparer.Ordinal);

    public IStoryStore Of(string ownerId) => stories.GetOrAdd(ownerId, _ => new MemoryStoryStore());

    public Task RemoveAsync(string ownerId, CancellationToken cancellationToken)
    {
        stories.TryRemove(ownerId, out _);
        hits.TryRemove(ownerId, out _);
        return Task.CompletedTask;
    }

    public Task AddIfAbsentAsync(string ownerId, IReadOnlyList<Hit> hits, CancellationToken cancellationToken)
    {
        foreach (var hit in hits)
        {
            HitsOf(ownerId).AddOrUpdate(hit.Id, hit, (_, there) => there.Revision < hit.Revision ? hit : there);
        }

        return Task.CompletedTask;
    }

    public Task<Page<Hit>> ListAsync(string ownerId, string? topicId, int take, string? cursor, CancellationToken cancellationToken) => Task.FromResult(MemoryPages.Of(
        $"own-hits:{topicId}", HitsOf(ownerId).Values.Where(hit => topicId is null || hit.Id.TopicId == topicId).OrderBy(PositionOf, StringComparer.Ordinal), PositionOf, take, cursor));

    public Task<IReadOnlyList<Hit>> ListByArticlesAsync(
        string ownerId, IReadOnlyCollection<(DateTimeOffset FirstSeenAt, string Id)> articles, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Hit>>([.. HitsOf(ownerId).Values.Where(hit => articles.Contains((hit.Id.FirstSeenAt, hit.Id.ArticleId)))]);

    public Task<IReadOnlyList<Hit>> ListByStoryAsync(string ownerId, string storyId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Hit>>([.. HitsOf(ownerId).Values.Where(hit => hit.StoryId == storyId).OrderBy(hit => hit.Id.FirstSeenAt).Take(take)]);

    private ConcurrentDictionary<HitId, Hit> HitsOf(string ownerId) => hits.GetOrAdd(ownerId, _ => new ConcurrentDictionary<HitId, Hit>());

    private static string PositionOf(Hit hit) => $"{MemoryPages.NewestFirst(hit.Id.FirstSeenAt)}.{hit.Id.ArticleId}.{hit.Id.TopicId}";
}
