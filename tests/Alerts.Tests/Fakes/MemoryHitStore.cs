using System.Collections.Concurrent;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryHitStore : IHitStore
{
    private readonly ConcurrentDictionary<HitId, Hit> hits = new();

    public Task<int> AddIfAbsentAsync(IReadOnlyList<Hit> hits, CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var hit in hits)
        {
            if (this.hits.TryAdd(hit.Id, hit))
            {
                added++;
            }
            else
            {
                this.hits.AddOrUpdate(hit.Id, hit, (_, before) => before.Revision < hit.Revision ? hit : before);
            }
        }

        return Task.FromResult(added);
    }

    public Task<Hit?> GetAsync(HitId id, CancellationToken cancellationToken) => Task.FromResult(hits.GetValueOrDefault(id));

    public Task<Page<Hit>> ListAsync(HitQuery query, CancellationToken cancellationToken)
    {
        var found = from hit in hits.Values
                    where query.TopicId is null || hit.Id.TopicId == query.TopicId
                    where query.Since is null || hit.Id.FirstSeenAt >= query.Since
                    where query.Until is null || hit.Id.FirstSeenAt < query.Until
                    where query.Accepts(hit)
                    orderby PositionOf(hit)
                    select hit;
        return Task.FromResult(MemoryPages.Of($"hits:{query.TopicId}", found, PositionOf, query.Take, query.Cursor));
    }

    public Task<IReadOnlyList<Hit>> ListByStoryAsync(string storyId, int take, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Hit>>(
        [.. hits.Values.Where(hit => hit.StoryId == storyId).OrderBy(hit => hit.Id.FirstSeenAt).ThenBy(hit => hit.Id.ArticleId, StringComparer.Ordinal).ThenBy(hit => hit.Id.TopicId, StringComparer.Ordinal).Take(take)]);

    public Task MoveAsync(IReadOnlyList<Hit> hits, string storyId, CancellationToken cancellationToken)
    {
        foreach (var hit in hits)
        {
            if (this.hits.TryGetValue(hit.Id, out var there)) this.hits[hit.Id] = there with { StoryId = storyId };
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(IReadOnlyList<Hit> hits, CancellationToken cancellationToken)
    {
        foreach (var hit in hits)
        {
            this.hits.TryRemove(hit.Id, out _);
        }

        return Task.CompletedTask;
    }

    private static string PositionOf(Hit hit) => $"{MemoryPages.NewestFirst(hit.Id.FirstSeenAt)}.{hit.Id.ArticleId}.{hit.Id.TopicId}";
}
