using System.Globalization;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>hits</c>. A hit is stored three times, whole, because hits are few (hundreds a day) and read in three orders, each of
/// which is then one request a page:
/// <list type="bullet">
/// <item>by topic: partition <c>topic.{topic}.{month}</c>, row <c>{firstSeen}.{article}</c>, newest first; this one decides what is new;</item>
/// <item>of all topics: partition <c>all.{month}</c>, row <c>{firstSeen}.{article}.{topic}</c>, newest first;</item>
/// <item>by story: partition <c>story.{story}</c>, row <c>{firstSeen}.{article}.{topic}</c>, oldest first.</item>
/// </list>
/// The deciding copy is written last: a crash in between repeats the message, and the hit still counts as new.
/// </summary>
internal sealed class TableHitStore(StorageClients clients) : IHitStore
{
    /// <summary>Rows that a search by words, names or severity reads for one page.</summary>
    private const int MaxScanned = 1_000;

    private readonly StorageTable table = clients.Table(TableNames.Hits);

    public async Task<int> AddIfAbsentAsync(IReadOnlyList<Hit> hits, CancellationToken cancellationToken)
    {
        var newest = hits.OrderByDescending(hit => hit.Revision).DistinctBy(hit => hit.Id).ToList();
        await AddOrReviseAsync([.. newest.SelectMany(hit => new[] { (InAll(hit.Id), hit), (InStory(hit), hit) })], cancellationToken);
        return await AddOrReviseAsync([.. newest.Select(hit => (InTopic(hit.Id), hit))], cancellationToken);
    }

    public async Task<Hit?> GetAsync(HitId id, CancellationToken cancellationToken) =>
        await table.FindAsync(InTopic(id), cancellationToken) is { } row ? RowPayload.Value<Hit>(row) : null;

    public Task<Page<Hit>> ListAsync(HitQuery query, CancellationToken cancellationToken) => table.PageAsync(
        $"hits:{query.TopicId}", SpanOf(query), query.Take, query.Cursor,
        row => RowPayload.Value<Hit>(row) is var hit && query.Accepts(hit) ? hit : null,
        cancellationToken,
        query.ReadsHits ? MaxScanned : int.MaxValue);

    public async Task<IReadOnlyList<Hit>> ListByStoryAsync(string storyId, int take, CancellationToken cancellationToken)
    {
        var hits = new List<Hit>();
        await foreach (var row in table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {StoryPartition(storyId)}"), take, cancellationToken))
        {
            hits.Add(RowPayload.Value<Hit>(row));
            if (hits.Count == take)
            {
                break;
            }
        }

        return hits;
    }

    /// <summary>As they are stored now, and only where they still are. The deciding copy is written last: a repeat after a crash in between finds it where it was.</summary>
    public async Task MoveAsync(IReadOnlyList<Hit> hits, string storyId, CancellationToken cancellationToken)
    {
        var there = await Task.WhenAll(hits.Select(hit => GetAsync(hit.Id, cancellationToken)));
        var leaving = there.OfType<Hit>().Where(hit => hit.StoryId != storyId).ToList();
        var moved = leaving.ConvertAll(hit => hit with { StoryId = storyId });
        await table.UpsertAsync([.. moved.SelectMany(hit => new[] { Write(InAll(hit.Id), hit), Write(InStory(hit), hit) })], cancellationToken);
        await table.DeleteAsync(leaving.Select(InStory), cancellationToken);
        await table.UpsertAsync([.. moved.Select(hit => Write(InTopic(hit.Id), hit))], cancellationToken);
    }

    /// <summary>The copy that a walk finds goes last: a crash in between repeats the removal.</summary>
    public async Task RemoveAsync(IReadOnlyList<Hit> hits, CancellationToken cancellationToken)
    {
        await table.DeleteAsync(hits.SelectMany(hit => new[] { InTopic(hit.Id), InStory(hit) }), cancellationToken);
        await table.DeleteAsync(hits.Select(hit => InAll(hit.Id)), cancellationToken);
    }

    private async Task<int> AddOrReviseAsync(IReadOnlyList<(RowKey Key, Hit Hit)> copies, CancellationToken cancellationToken)
    {
        var there = await table.AddIfAbsentAsync([.. copies.Select(copy => Write(copy.Key, copy.Hit))], cancellationToken);
        var later = copies.Zip(there).Where(pair => pair.Second is { } row && RowPayload.Value<Hit>(row).Revision < pair.First.Hit.Revision).ToList();
        await table.UpsertAsync([.. later.Select(pair => Write(pair.First.Key, pair.First.Hit))], cancellationToken);
        var moved = later.Select(pair => (Before: RowPayload.Value<Hit>(pair.Second!), After: pair.First.Hit)).Where(pair => pair.Before.StoryId != pair.After.StoryId);
        await table.DeleteAsync(moved.Select(pair => InStory(pair.Before)), cancellationToken);
        return there.Count(row => row is null);
    }

    private static TableEntity Write(RowKey key, Hit hit)
    {
        var row = RowPayload.Row(key, hit);
        row[nameof(Hit.Publisher)] = hit.Publisher;
        row[nameof(Hit.Language)] = hit.Language ?? "";
        return row;
    }

    private static PartitionSpan SpanOf(HitQuery query)
    {
        var prefix = query.TopicId is null ? "all." : TopicPrefix(query.TopicId);
        var filters = new List<string>();
        if (query.Since is { } since)
        {
            filters.Add(TableClient.CreateQueryFilter($"RowKey lt {TableKey.NewestFirst(since) + "~"}"));
        }

        if (query.Until is { } until)
        {
            filters.Add(TableClient.CreateQueryFilter($"RowKey gt {TableKey.NewestFirst(until) + "~"}"));
        }

        if (query.Language is { } language)
        {
            filters.Add(TableClient.CreateQueryFilter($"Language eq {language}"));
        }

        if (query.Publisher is { } publisher)
        {
            filters.Add(TableClient.CreateQueryFilter($"Publisher eq {publisher}"));
        }

        return new PartitionSpan(
            prefix + (query.Until is { } newest ? TableKey.NewestMonthFirst(newest) : ""),
            prefix + (query.Since is { } oldest ? TableKey.NewestMonthFirst(oldest) : "") + "~",
            filters.Count == 0 ? null : string.Join(" and ", filters));
    }

    private static string TopicPrefix(string topicId) => $"topic.{TableKey.Escape(topicId)}.";

    private static string StoryPartition(string storyId) => "story." + TableKey.Escape(storyId);

    private static RowKey InTopic(HitId id) => new(TopicPrefix(id.TopicId) + TableKey.NewestMonthFirst(id.FirstSeenAt), $"{TableKey.NewestFirst(id.FirstSeenAt)}.{TableKey.Escape(id.ArticleId)}");

    private static RowKey InAll(HitId id) => new(
        "all." + TableKey.NewestMonthFirst(id.FirstSeenAt), $"{TableKey.NewestFirst(id.FirstSeenAt)}.{TableKey.Escape(id.ArticleId)}.{TableKey.Escape(id.TopicId)}");

    private static RowKey InStory(Hit hit) => new(
        StoryPartition(hit.StoryId),
        string.Create(CultureInfo.InvariantCulture, $"{hit.Id.FirstSeenAt.UtcTicks:x16}.{TableKey.Escape(hit.Id.ArticleId)}.{TableKey.Escape(hit.Id.TopicId)}"));
}
