using Alerts.Core.Messaging;

namespace Alerts.Core.Hits;

public interface IHitStore
{
    /// <summary>Adds those that are not there yet. A hit of a later revision of the same article replaces the earlier one.</summary>
    /// <returns>How many are new.</returns>
    Task<int> AddIfAbsentAsync(IReadOnlyList<Hit> hits, CancellationToken cancellationToken);

    Task<Hit?> GetAsync(HitId id, CancellationToken cancellationToken);

    /// <summary>By when the article was first seen, newest first. A page of a search by words may be short and yet have a next one.</summary>
    Task<Page<Hit>> ListAsync(HitQuery query, CancellationToken cancellationToken);

    /// <summary>The hits of a story, oldest first, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Hit>> ListByStoryAsync(string storyId, int take, CancellationToken cancellationToken);

    /// <summary>Puts hits that are there into another story. A repeat changes nothing.</summary>
    Task MoveAsync(IReadOnlyList<Hit> hits, string storyId, CancellationToken cancellationToken);

    /// <summary>Those that are there; for retention.</summary>
    Task RemoveAsync(IReadOnlyList<Hit> hits, CancellationToken cancellationToken);
}
