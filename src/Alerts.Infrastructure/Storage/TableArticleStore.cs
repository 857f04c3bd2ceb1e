using System.Runtime.CompilerServices;
using Alerts.Core.Articles;
using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>articles</c>: partition = the host's hash (the id's first eight digits), row key = id. The text has columns of its
/// own, compressed.
/// Table <c>articlelog</c>: what was read, whole, by time: partition = day, row key = <c>firstSeen.id</c>, both newest first. Articles of
/// many hosts that were read together stand in one partition, so the second copy costs one request a batch, and a month of it
/// is read in hundreds of requests rather than one an article. It is written first: a crash, or another writer, leaves a copy of an article that is read again.
/// </summary>
internal sealed class TableArticleStore(StorageClients clients) : IArticleStore
{
    private const string TextColumn = "Text";
    private const string FirstSeenColumn = "FirstSeenAt";
    private const int RowsOfStep = 1_000;

    /// <summary>Rows a request; what an article compresses to fills an answer of 4 MiB at about so many.</summary>
    private const int LogPage = 500;

    private readonly StorageTable table = clients.Table(TableNames.Articles);
    private readonly StorageTable log = clients.Table(TableNames.ArticleLog);

    public async Task<IReadOnlyList<(Article Stored, bool Added)>> AddIfAbsentAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        var there = await table.AddIfAbsentAsync([.. articles.Select(article => Write(KeyOf(article.Id), article))], cancellationToken);
        return [.. articles.Zip(there, (article, row) => row is null ? (article, true) : (Read(row), false))];
    }

    public async Task<IReadOnlyList<Article>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var rows = await table.FindScatteredAsync(ids.Select(KeyOf), cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<IReadOnlyList<Article>> SaveAsync(IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        var newest = articles.Reverse().DistinctBy(article => article.Id).ToList();
        await log.UpsertAsync([.. newest.Where(article => article.ReadAt is not null).Select(article => Write(LogKeyOf(article), article))], cancellationToken);
        var known = newest.Where(article => article.Version is not null).ToList();
        await table.UpsertAsync([.. newest.Where(article => article.Version is null).Select(article => Write(KeyOf(article.Id), article))], cancellationToken);
        var versions = await table.TryReplaceAsync([.. known.Select(article => (Write(KeyOf(article.Id), article), article.Version!))], cancellationToken);
        return [.. known.Zip(versions).Where(pair => pair.Second is null).Select(pair => pair.First)];
    }

    public async IAsyncEnumerable<Article> ListReadAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A row that sorts after this one is older than asked for.
        var span = new PartitionSpan("", DayOf(since) + "~", TableClient.CreateQueryFilter($"RowKey lt {TableKey.NewestFirst(since) + "~"}"));
        await foreach (var row in log.ScanAsync(span, after: null, LogPage, cancellationToken))
        {
            yield return Read(row);
        }
    }

    public async Task<Page<string>> ListIdsAsync(DateTimeOffset before, string? cursor, CancellationToken cancellationToken)
    {
        const string listing = "article-ids";
        var old = new List<string>();
        RowKey last = default;
        var read = 0;
        await foreach (var row in table.ScanAsync(PartitionSpan.All, RowCursor.Read(listing, cursor, PartitionSpan.All), RowsOfStep, cancellationToken, ["PartitionKey", "RowKey", FirstSeenColumn]))
        {
            if (read++ == RowsOfStep)
            {
                return new Page<string>(old, RowCursor.Write(listing, last));
            }

            last = RowKey.Of(row);
            if (row.GetDateTimeOffset(FirstSeenColumn) < before)
            {
                old.Add(row.RowKey);
            }
        }

        return new Page<string>(old, null);
    }

    /// <summary>Without the column by which they are listed, tombstones are in no listing.</summary>
    public async Task PurgeAsync(IReadOnlyList<Article> articles, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await log.DeleteAsync(articles.Select(LogKeyOf), cancellationToken);
        await table.UpsertAsync([.. articles.Select(article => RowPayload.Row(KeyOf(article.Id), Tombstone.Of(article, at)))], cancellationToken);
    }

    private static RowKey KeyOf(string id) => new(TableKey.Escape(ArticleId.PartitionOf(id)), TableKey.Escape(id));

    private static RowKey LogKeyOf(Article article) => new(DayOf(article.FirstSeenAt), $"{TableKey.NewestFirst(article.FirstSeenAt)}.{TableKey.Escape(article.Id)}");

    /// <summary>Sorts the newest day first.</summary>
    private static string DayOf(DateTimeOffset at) => TableKey.NewestFirst(new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero));

    private static TableEntity Write(RowKey key, Article article)
    {
        var row = RowPayload.Row(key, article with { Text = "", Version = null });
        RowPayload.PutText(row, TextColumn, article.Text);
        row[FirstSeenColumn] = TableDate.Of(article.FirstSeenAt);
        return row;
    }

    private static Article Read(TableEntity row) => RowPayload.Value<Article>(row) with { Text = RowPayload.Text(row, TextColumn), Version = row.ETag.ToString() };
}
