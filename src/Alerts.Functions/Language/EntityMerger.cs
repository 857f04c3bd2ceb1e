using Alerts.Core.Matching;

namespace Alerts.Functions.Language;

/// <summary>
/// Named and linked entities of one document as one list: a link joins the entity of the same place, and stands alone where
/// the other question found nothing.
/// </summary>
public static class EntityMerger
{
    /// <summary>What can name an actor, a victim or a place. The rest (quantities, dates, addresses, telephone numbers) says nothing new or is nobody's business.</summary>
    private static readonly HashSet<string> WantedCategories = ["Organization", "Person", "Location", "Product", "Event"];

    public static IEnumerable<EnrichedEntity> Merge(IEnumerable<EnrichedEntity> entities, IEnumerable<EnrichedEntity> linked)
    {
        var linkAt = linked.GroupBy(Place).ToDictionary(group => group.Key, group => group.MaxBy(entity => entity.Confidence)!);
        var named = entities.Where(entity => WantedCategories.Contains(entity.Category))
            .Select(entity => linkAt.Remove(Place(entity), out var link) ? entity with { Link = link.Link } : entity)
            .ToArray();
        return named.Concat(linkAt.Values).OrderBy(entity => entity.Start).ThenByDescending(entity => entity.Length);
    }

    private static (int Start, int Length) Place(EnrichedEntity entity) => (entity.Start, entity.Length);
}
