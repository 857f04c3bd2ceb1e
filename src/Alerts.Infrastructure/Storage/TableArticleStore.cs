using System.Runtime.CompilerServices;
using Alerts.Core.Articles;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>articles</c>: partition = the host's hash (the id's first eight digits), row key = id. The text has columns of its
/// own, compressed; <c>FirstSeenAt</c> is a column for <see cref="ListAsync"/>, which reads the whole table: it is for exports
/// and retention, not for a request somebody waits for.
/// </summary>
internal sealed class TableArticleStore(StorageClients clients) : IArticleStore
{
    private const string TextColumn = "Text";
    private const string FirstSeenColumn = "FirstSeenAt";

    private readonly StorageTable table = clients.Table(TableNames.Articles);

    public async Task<IReadOnlyList<(Article Stored, bool Added)>> AddIfAbsentAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        var there = await table.AddIfAbsentAsync([.. articles.Select(Write)], cancellationToken);
        return [.. articles.Zip(there, (article, row) => row is null ? (article, true) : (Read(row), false))];
    }

    public async Task<IReadOnlyList<Article>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var rows = await table.FindScatteredAsync(ids.Select(KeyOf), cancellationToken);
        return [.. rows.Select(Read)];
    }

    public Task SaveAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken) =>
        table.UpsertAsync([.. articles.Reverse().DistinctBy(article => article.Id).Select(Write)], cancellationToken);

    public async IAsyncEnumerable<Article> ListAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = FirstSeenColumn + TableClient.CreateQueryFilter($" ge {TableDate.Of(since)}");
        await foreach (var row in table.QueryAsync(filter, int.MaxValue, cancellationToken))
        {
            yield return Read(row);
        }
    }

    private static RowKey KeyOf(string id) => new(TableKey.Escape(ArticleId.PartitionOf(id)), TableKey.Escape(id));

    private static TableEntity Write(Article article)
    {
        var row = RowPayload.Row(KeyOf(article.Id), article with { Text = "" });
        RowPayload.PutText(row, TextColumn, article.Text);
        row[FirstSeenColumn] = TableDate.Of(article.FirstSeenAt);
        return row;
    }

    private static Article Read(TableEntity row) => RowPayload.Value<Article>(row) with { Text = RowPayload.Text(row, TextColumn) };
}
