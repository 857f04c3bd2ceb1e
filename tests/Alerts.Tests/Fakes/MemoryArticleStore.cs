using System.Collections.Concurrent;
using Alerts.Core.Articles;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryArticleStore : IArticleStore
{
    private readonly ConcurrentDictionary<string, Article> articles = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<(Article Stored, bool Added)>> AddIfAbsentAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(Article Stored, bool Added)>>(
            [.. articles.Select(article => this.articles.TryAdd(article.Id, article) ? (article, true) : (this.articles[article.Id], false))]);

    public Task<IReadOnlyList<Article>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Article>>([.. ids.Distinct().Select(id => articles.GetValueOrDefault(id)).OfType<Article>()]);

    public Task SaveAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        foreach (var article in articles)
        {
            this.articles[article.Id] = article;
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<Article> ListReadAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        articles.Values.Where(article => article.ReadAt is not null && article.PurgedAt is null && article.FirstSeenAt >= since).OrderByDescending(article => article.FirstSeenAt).ToAsyncEnumerable();

    /// <summary>Tombstones included.</summary>
    public IReadOnlyCollection<string> Ids => [.. articles.Keys];

    public Task<Page<string>> ListIdsAsync(DateTimeOffset before, string? cursor, CancellationToken cancellationToken)
    {
        var after = PageCursor.Read("article-ids", cursor) ?? "";
        var step = articles.Values.Where(article => string.CompareOrdinal(article.Id, after) > 0).OrderBy(article => article.Id, StringComparer.Ordinal).Take(1_001).ToList();
        var read = step.Take(1_000).ToList();
        return Task.FromResult(new Page<string>(
            [.. read.Where(article => article.PurgedAt is null && article.FirstSeenAt < before).Select(article => article.Id)],
            step.Count > 1_000 ? PageCursor.Write("article-ids", read[^1].Id) : null));
    }

    public Task PurgeAsync(IReadOnlyList<Article> articles, DateTimeOffset at, CancellationToken cancellationToken) =>
        SaveAsync([.. articles.Select(article => Tombstone.Of(article, at))], cancellationToken);
}
