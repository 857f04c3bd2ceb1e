using System.Collections.Concurrent;
using Alerts.Core.Articles;

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
        articles.Values.Where(article => article.ReadAt is not null && article.FirstSeenAt >= since).OrderByDescending(article => article.FirstSeenAt).ToAsyncEnumerable();
}
