using Alerts.Core;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;
using Alerts.Core.Stories;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>stories</c>: partition = the id's first two digits, row key = id.
/// Table <c>storylog</c>, the order of the listing: partition = month, row key = <c>firstSeen.id</c>, both newest first, with the
/// topics in a column. Its row is written before the story's, so it may be left over but never missing; the listing checks
/// each against its story. A version carries a fingerprint of what the log holds, so that a save which changes neither topics
/// nor first sighting, as most do, is one request.
/// Table <c>storykeys</c>: partition = hash of the key, rows as <see cref="StoryIndex"/> says.
/// </summary>
internal sealed class TableStoryStore(StorageClients clients) : IStoryStore, IPurgeable
{
    private const string StoryColumn = "StoryId";
    private const string TopicsColumn = "Topics";
    private const char VersionDivider = '|';

    private readonly StorageTable stories = clients.Table(TableNames.Stories);
    private readonly StorageTable log = clients.Table(TableNames.StoryLog);
    private readonly StoryIndex index = new(clients.Table(TableNames.StoryKeys), key => new RowKey(DerivedId.Of(key), ""));

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

    public Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindByKeysAsync(IReadOnlyCollection<StoryKeyRange> keys, CancellationToken cancellationToken) =>
        index.FindAsync(keys, cancellationToken);

    public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, DateTimeOffset when, CancellationToken cancellationToken) =>
        index.AddAsync(storyId, keys, when, cancellationToken);

    public Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken) => index.ClaimAsync(key, storyId, cancellationToken);

    public Task<string?> FindClaimAsync(string key, CancellationToken cancellationToken) => index.FindClaimAsync(key, cancellationToken);

    public Task ReassignKeyAsync(string key, string storyId, CancellationToken cancellationToken) => index.ReassignAsync(key, storyId, cancellationToken);

    string IPurgeable.Name => TableNames.Stories;

    /// <summary>Stories are kept as long as the hits of theirs: those that were alerted longer. The keys that they are found by go on their own.</summary>
    public async Task<(int Done, string? Next)> PurgeAsync(RetentionOptions kept, DateTimeOffset now, string? position, CancellationToken cancellationToken)
    {
        var page = await stories.ListUnwrittenAsync(TableNames.Stories, now.AddDays(-kept.HitDays), position, cancellationToken);
        var old = (await stories.FindScatteredAsync(page.Items, cancellationToken)).Select(Read)
            .Where(story => story.LastSeenAt < now.AddDays(-(story.Announced is null ? kept.HitDays : kept.AlertedDays))).ToList();
        await stories.DeleteAsync(old.Select(story => RowKey.ByShard(story.Id)), cancellationToken);
        await log.DeleteAsync(old.Select(LogKey), cancellationToken);
        return (old.Count, page.Next);
    }

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
