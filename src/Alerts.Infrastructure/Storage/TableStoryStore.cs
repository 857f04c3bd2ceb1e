using Alerts.Core;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>stories</c>: partition = the id's first two digits, row key = id.
/// Table <c>storylog</c>, the order of the listing: partition = month, row key = <c>firstSeen.id</c>, both newest first, with the
/// topics in a column. Its row is written before the story's, so it may be left over but never missing; the listing checks
/// each against its story. A version carries a fingerprint of what the log holds, so that a save which changes neither topics
/// nor first sighting, as most do, is one request.
/// Table <c>storykeys</c>: partition and beginning of the row by <see cref="NumberedKey"/>, so that a key and its neighbours in time are
/// found by one request; one row a story, and the row <c>!claim</c> for a key that one story has alone.
/// </summary>
internal sealed class TableStoryStore(StorageClients clients) : IStoryStore
{
    private const string ClaimRow = "!claim";
    private const string StoryColumn = "StoryId";
    private const string TopicsColumn = "Topics";
    private const char VersionDivider = '|';

    private readonly StorageTable stories = clients.Table(TableNames.Stories);
    private readonly StorageTable log = clients.Table(TableNames.StoryLog);
    private readonly StorageTable keys = clients.Table(TableNames.StoryKeys);

    public async Task<Story?> GetAsync(string id, CancellationToken cancellationToken) =>
        await stories.FindAsync(RowKey.ByShard(id), cancellationToken) is { } row ? Read(row) : null;

    public async Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var rows = await stories.FindScatteredAsync(ids.Select(RowKey.ByShard), cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken)
    {
        var logged = story.Version?.Split(VersionDivider);
        if (logged is null || logged[1] != Fingerprint(story))
        {
            await log.UpsertAsync([LogRow(story)], cancellationToken);
        }

        var row = RowPayload.Row(RowKey.ByShard(story.Id), story with { Version = null });
        var etag = await stories.TrySaveAsync(row, logged?[0], cancellationToken);
        return etag is null ? null : story with { Version = VersionOf(etag, story) };
    }

    public async Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken)
    {
        var listing = "stories:" + topicId;
        var span = since is { } from ? PartitionSpan.All with { Until = TableKey.NewestMonthFirst(from) + "~" } : PartitionSpan.All;
        var items = new List<Story>();
        while (true)
        {
            // A handful of requests for a page: the log, then its stories side by side; again only where log rows were left over.
            var page = await log.PageAsync(listing, span, take - items.Count, cursor, row => IsOf(row, topicId) ? row : null, cancellationToken);
            var stored = (await GetAsync([.. page.Items.Select(row => row.GetString(StoryColumn))], cancellationToken)).ToDictionary(story => story.Id);
            foreach (var row in page.Items)
            {
                if (stored.TryGetValue(row.GetString(StoryColumn), out var story) && LogKey(story) == RowKey.Of(row) && (topicId is null || story.Topics.Contains(topicId)))
                {
                    if (story.FirstSeenAt < since)
                    {
                        return new Page<Story>(items, null);
                    }

                    items.Add(story);
                }
            }

            cursor = page.Next;
            if (cursor is null || items.Count == take)
            {
                return new Page<Story>(items, cursor);
            }
        }
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindByKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var asked = keys.Distinct(StringComparer.Ordinal).Select(NumberedKey.Of).GroupBy(key => key.Stem, StringComparer.Ordinal).Select(side => side.ToList()).ToList();
        var found = await Concurrently.SelectAsync(asked, FindSideBySideAsync, cancellationToken);
        return found.SelectMany(side => side).ToDictionary(StringComparer.Ordinal);
    }

    public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        this.keys.UpsertAsync([.. keys.Select(key => KeyRow(NumberedKey.Of(key), TableKey.Escape(storyId), storyId))], cancellationToken);

    public async Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken)
    {
        var there = await keys.AddIfAbsentAsync([KeyRow(NumberedKey.Of(key), ClaimRow, storyId)], cancellationToken);
        return there[0]?.GetString(StoryColumn) ?? storyId;
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindSideBySideAsync(List<NumberedKey> side, CancellationToken cancellationToken)
    {
        var found = side.ToDictionary(key => key.RowPrefix, _ => new SortedSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        var (first, last) = (found.Keys.Min(StringComparer.Ordinal)!, found.Keys.Max(StringComparer.Ordinal) + "~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {side[0].Partition} and RowKey ge {first} and RowKey lt {last}");
        await foreach (var row in keys.QueryAsync(filter, int.MaxValue, cancellationToken))
        {
            if (found.TryGetValue(NumberedKey.PrefixOf(row.RowKey), out var stories))
            {
                stories.Add(row.GetString(StoryColumn));
            }
        }

        return side.ToDictionary(key => key.Text, key => (IReadOnlyList<string>)[.. found[key.RowPrefix]], StringComparer.Ordinal);
    }

    private static TableEntity KeyRow(NumberedKey key, string row, string storyId) => new(key.Partition, key.RowPrefix + row) { [StoryColumn] = storyId };

    private static RowKey LogKey(Story story) => new(TableKey.NewestMonthFirst(story.FirstSeenAt), $"{TableKey.NewestFirst(story.FirstSeenAt)}.{TableKey.Escape(story.Id)}");

    private static TableEntity LogRow(Story story)
    {
        var key = LogKey(story);
        return new TableEntity(key.Partition, key.Row) { [StoryColumn] = story.Id, [TopicsColumn] = '\n' + string.Join('\n', story.Topics) + '\n' };
    }

    private static bool IsOf(TableEntity logRow, string? topicId) =>
        topicId is null || logRow.GetString(TopicsColumn).Contains('\n' + topicId + '\n', StringComparison.Ordinal);

    private static Story Read(TableEntity row)
    {
        var story = RowPayload.Value<Story>(row);
        return story with { Version = VersionOf(row.ETag.ToString(), story) };
    }

    private static string VersionOf(string etag, Story story) => etag + VersionDivider + Fingerprint(story);

    private static string Fingerprint(Story story) => DerivedId.Compact([LogKey(story).Row, .. story.Topics]);
}
