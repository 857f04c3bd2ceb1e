namespace Alerts.Core.Hits;

public interface IHitFeedbackStore
{
    /// <summary>Adds or replaces: one mark a hit and person.</summary>
    Task SaveAsync(IReadOnlyList<HitFeedback> feedback, CancellationToken cancellationToken);

    Task RemoveAsync(IReadOnlyList<HitFeedback> feedback, CancellationToken cancellationToken);

    Task<IReadOnlyList<HitFeedback>> ListByHitAsync(HitId hit, CancellationToken cancellationToken);

    IAsyncEnumerable<HitFeedback> ListByTopicAsync(string topicId, CancellationToken cancellationToken);
}
