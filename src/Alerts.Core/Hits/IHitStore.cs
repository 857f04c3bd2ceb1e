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
}

/// <param name="TopicId">Null for all topics.</param>
/// <param name="Since">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
/// <param name="Text">Words that must all stand in title, lede or quotes.</param>
public sealed record HitQuery(
    string? TopicId = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null, string? Language = null, string? Publisher = null, string? Text = null,
    int Take = 50, string? Cursor = null)
{
    /// <summary>Whether a hit of the right topic and time is wanted by the rest of the query.</summary>
    public bool Accepts(Hit hit) =>
        (Language is null || string.Equals(Language, hit.Language, StringComparison.OrdinalIgnoreCase))
        && (Publisher is null || string.Equals(Publisher, hit.Publisher, StringComparison.OrdinalIgnoreCase))
        && (Text is null || Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => Says(hit, word)));

    private static bool Says(Hit hit, string word) =>
        hit.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
        || hit.Lede.Contains(word, StringComparison.OrdinalIgnoreCase)
        || hit.Explanation.Clauses.SelectMany(clause => clause.Mentions)
            .Any(mention => (mention.Before + mention.Alias + mention.After).Contains(word, StringComparison.OrdinalIgnoreCase));
}
