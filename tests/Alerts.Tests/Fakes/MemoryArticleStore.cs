using Alerts.Core.Articles;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryArticleStore : IArticleStore
{
    private readonly MemoryVersions<string, Article> rows = new();

    /// <summary>Tombstones included.</summary>
    public IReadOnlyCollection<string> Ids => [.. rows.All.Select(row => row.Value.Id)];

    public Task<IReadOnlyList<(Article Stored, bool Added)>> AddIfAbsentAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(Article Stored, bool Added)>>(
            [.. articles.Select(article => rows.TrySave(article.Id, article, version: null) is not null ? (article, true) : (Find(article.Id)!, false))]);

    public Task<IReadOnlyList<Article>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Article>>([.. ids.Distinct().Select(Find).OfType<Article>()]);

    public Task<IReadOnlyList<Article>> SaveAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Article>>([.. articles.Where(article => !Save(article))]);

    public IAsyncEnumerable<Article> ListReadAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        All.Where(article => article.ReadAt is not null && article.PurgedAt is null && article.FirstSeenAt >= since).OrderByDescending(article => article.FirstSeenAt).ToAsyncEnumerable();

    public Task<Page<string>> ListIdsAsync(DateTimeOffset before, string? cursor, CancellationToken cancellationToken)
    {
        var after = PageCursor.Read("article-ids", cursor) ?? "";
        var step = All.Where(article => string.CompareOrdinal(article.Id, after) > 0).OrderBy(article => article.Id, StringComparer.Ordinal).Take(1_001).ToList();
        var read = step.Take(1_000).ToList();
        return Task.FromResult(new Page<string>(
            [.. read.Where(article => article.PurgedAt is null && article.FirstSeenAt < before).Select(article => article.Id)],
            step.Count > 1_000 ? PageCursor.Write("article-ids", read[^1].Id) : null));
    }

    public Task PurgeAsync(IReadOnlyList<Article> articles, DateTimeOffset at, CancellationToken cancellationToken) =>
        SaveAsync([.. articles.Select(article => Tombstone.Of(article, at))], cancellationToken);

    private IEnumerable<Article> All => rows.All.Select(Stamp);

    private bool Save(Article article)
    {
        string? saved;
        do
        {
            saved = rows.TrySave(article.Id, article, article.Version ?? rows.Find(article.Id)?.Version);
        }
        while (saved is null && article.Version is null);
        return saved is not null;
    }

    private Article? Find(string id) => rows.Find(id) is { } row ? Stamp(row) : null;

    private static Article Stamp((Article Value, string Version) row) => row.Value with { Version = row.Version };
}
