using System.Collections.Concurrent;
using Alerts.Core.Hits;

namespace Alerts.Tests.Fakes;

public sealed class MemoryHitFeedbackStore : IHitFeedbackStore
{
    private readonly ConcurrentDictionary<(string Hit, string By), HitFeedback> marks = new();

    public Task SaveAsync(IReadOnlyList<HitFeedback> feedback, CancellationToken cancellationToken)
    {
        foreach (var mark in feedback)
        {
            marks[(mark.HitId, mark.By)] = mark;
        }

        return Task.CompletedTask;
    }

    public Task RemoveAsync(IReadOnlyList<HitFeedback> feedback, CancellationToken cancellationToken)
    {
        foreach (var mark in feedback)
        {
            marks.TryRemove((mark.HitId, mark.By), out _);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<HitFeedback>> ListByHitAsync(HitId hit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<HitFeedback>>([.. marks.Values.Where(mark => mark.HitId == hit.ToString())]);

    public IAsyncEnumerable<HitFeedback> ListByTopicAsync(string topicId, CancellationToken cancellationToken) => marks.Values.Where(mark => mark.TopicId == topicId).ToAsyncEnumerable();
}
