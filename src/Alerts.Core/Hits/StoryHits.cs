using Alerts.Core.Stories;

namespace Alerts.Core.Hits;

/// <summary>The hits of a story as an operator left it: with those of the stories merged into it, without those of articles taken out or withdrawn.</summary>
public static class StoryHits
{
    /// <summary>Merged stories beyond these keep their hits to themselves.</summary>
    private const int MaxMerged = 8;

    public static async Task<IReadOnlyList<Hit>> ListAsync(IHitStore hits, Story story, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentNullException.ThrowIfNull(story);
        var found = new List<Hit>();
        foreach (var id in story.Merged.Take(MaxMerged).Prepend(story.Id))
        {
            found.AddRange(await hits.ListByStoryAsync(id, take, cancellationToken));
        }

        var gone = story.Articles.Where(article => article.IsWithdrawn).Select(article => article.Id).Concat(story.TakenOut).ToHashSet(StringComparer.Ordinal);
        return story.Merged.Count == 0 && gone.Count == 0 ? found : [.. found.Where(hit => !gone.Contains(hit.Id.ArticleId)).DistinctBy(hit => hit.Id).Take(take)];
    }
}
