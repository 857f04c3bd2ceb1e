using System.Globalization;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// In table <c>owned</c>, partition = the subscriber: <c>hit.{firstSeen}.{article}.{topic}</c>, newest first, and
/// <c>storyhit.{story}.{firstSeen}.{article}.{topic}</c>, oldest first.
/// </summary>
internal sealed class TableOwnHitStore(StorageClients clients) : IOwnHitStore
{
    private const string TopicColumn = "Topic";

    /// <summary>Rows that the listing of one topic reads for a page.</summary>
    private const int MaxScanned = 1_000;

    /// <summary>Fifteen comparisons a filter: one for the partition, two an article.</summary>
    private const int MaxArticlesAFilter = 7;

    private readonly StorageTable table = clients.Table(TableNames.Owned);

    public async Task AddIfAbsentAsync(string ownerId, IReadOnlyList<Hit> hits, CancellationToken cancellationToken)
    {
        var owner = TableKey.Escape(ownerId);
        var newest = hits.OrderByDescending(hit => hit.Revision).DistinctBy(hit => hit.Id).ToList();
        List<TableEntity> rows = [.. newest.SelectMany(hit => new[] { Write(new RowKey(owner, InStory(hit)), hit), Write(new RowKey(owner, ByTime(hit)), hit) })];
        var there = await table.AddIfAbsentAsync(rows, cancellationToken);
        var later = rows.Zip(there).Where(pair => pair.Second is { } row && RowPayload.Value<Hit>(row).Revision < RowPayload.Value<Hit>(pair.First).Revision);
        await table.UpsertAsync([.. later.Select(pair => pair.First)], cancellationToken);
    }

    public Task<Page<Hit>> ListAsync(string ownerId, string? topicId, int take, string? cursor, CancellationToken cancellationToken)
    {
        var owner = TableKey.Escape(ownerId);
        var filter = TableClient.CreateQueryFilter($"RowKey ge {"hit."} and RowKey lt {"hit.~"}")
            + (topicId is null ? "" : " and " + TableClient.CreateQueryFilter($"Topic eq {topicId}"));
        return table.PageAsync($"own-hits:{topicId}", PartitionSpan.Only(owner, filter), take, cursor, RowPayload.Value<Hit>, cancellationToken, MaxScanned);
    }

    public async Task<IReadOnlyList<Hit>> ListByArticlesAsync(
        string ownerId, IReadOnlyCollection<(DateTimeOffset FirstSeenAt, string Id)> articles, CancellationToken cancellationToken)
    {
        var hits = new List<Hit>();
        foreach (var some in articles.Chunk(MaxArticlesAFilter))
        {
            var any = string.Join(" or ", some.Select(article => $"{TableKey.NewestFirst(article.FirstSeenAt)}.{TableKey.Escape(article.Id)}.")
                .Select(prefix => TableClient.CreateQueryFilter($"(RowKey ge {"hit." + prefix} and RowKey lt {"hit." + prefix + "~"})")));
            await foreach (var row in table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Escape(ownerId)}") + $" and ({any})", MaxScanned, cancellationToken))
            {
                hits.Add(RowPayload.Value<Hit>(row));
            }
        }

        return hits;
    }

    public async Task<IReadOnlyList<Hit>> ListByStoryAsync(string ownerId, string storyId, int take, CancellationToken cancellationToken)
    {
        var hits = new List<Hit>();
        await foreach (var row in table.QueryAsync(TableKey.RowsStartingWith(TableKey.Escape(ownerId), $"storyhit.{TableKey.Escape(storyId)}."), take, cancellationToken))
        {
            hits.Add(RowPayload.Value<Hit>(row));
            if (hits.Count == take)
            {
                break;
            }
        }

        return hits;
    }

    private static TableEntity Write(RowKey key, Hit hit)
    {
        var row = RowPayload.Row(key, hit);
        row[TopicColumn] = hit.Id.TopicId;
        return row;
    }

    private static string ByTime(Hit hit) => $"hit.{TableKey.NewestFirst(hit.Id.FirstSeenAt)}.{TableKey.Escape(hit.Id.ArticleId)}.{TableKey.Escape(hit.Id.TopicId)}";

    private static string InStory(Hit hit) => string.Create(
        CultureInfo.InvariantCulture, $"storyhit.{TableKey.Escape(hit.StoryId)}.{hit.Id.FirstSeenAt.UtcTicks:x16}.{TableKey.Escape(hit.Id.ArticleId)}.{TableKey.Escape(hit.Id.TopicId)}");
}
