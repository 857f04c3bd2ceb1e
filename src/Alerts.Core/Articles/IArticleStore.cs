using Alerts.Core.Messaging;

namespace Alerts.Core.Articles;

/// <summary>Stored articles. Batched by partition (see <see cref="ArticleId"/>).</summary>
public interface IArticleStore
{
    /// <summary>Adds those that are not there yet; a present one is left as it is.</summary>
    /// <returns>For each, in order, what is stored now and whether this call added it.</returns>
    Task<IReadOnlyList<(Article Stored, bool Added)>> AddIfAbsentAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken);

    /// <summary>Those of these ids that exist, in no order, texts included.</summary>
    Task<IReadOnlyList<Article>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Writes whole articles: with <see cref="Article.Version"/> only where nobody has written the article since, without it in any case.</summary>
    /// <returns>Those that somebody else has written since: they stand as the other wrote them.</returns>
    Task<IReadOnlyList<Article>> SaveAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken);

    /// <summary>Articles that were read, by when they were first seen, the newest first, down to <paramref name="since"/>: for trials of topics.</summary>
    IAsyncEnumerable<Article> ListReadAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>
    /// One step of a walk over all articles: the ids of those first seen before then, among the next thousand. A page may be empty and yet have a
    /// next one.
    /// </summary>
    Task<Page<string>> ListIdsAsync(DateTimeOffset before, string? cursor, CancellationToken cancellationToken);

    /// <summary>Takes titles and texts away and leaves tombstones: found by id, so that they are not added again, and listed no more.</summary>
    Task PurgeAsync(IReadOnlyList<Article> articles, DateTimeOffset at, CancellationToken cancellationToken);
}
