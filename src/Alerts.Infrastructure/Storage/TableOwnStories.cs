using Alerts.Core;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>owned</c>: partition = the subscriber, so that erasing one is deleting a partition. Row keys: <c>story.{id}</c>,
/// <c>key.{hash of the key}.{story}</c> (<c>.!claim</c> for a key that one story has alone), and those of <see cref="TableOwnHitStore"/>.
/// </summary>
internal sealed class TableOwnStories(StorageClients clients) : IOwnStories
{
    private const string ClaimRow = "!claim";
    private const string StoryColumn = "StoryId";
    private const int MaxPage = 1_000;

    private readonly StorageTable table = clients.Table(TableNames.Owned);

    public IStoryStore Of(string ownerId) => new OwnerStories(table, TableKey.Escape(ownerId));

    public async Task RemoveAsync(string ownerId, CancellationToken cancellationToken)
    {
        var keys = new List<RowKey>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Escape(ownerId)}");
        await foreach (var row in table.QueryAsync(filter, MaxPage, cancellationToken, ["PartitionKey", "RowKey"]))
        {
            keys.Add(RowKey.Of(row));
        }

        await table.DeleteAsync(keys, cancellationToken);
    }

    private sealed class OwnerStories(StorageTable table, string owner) : IStoryStore
    {
        public async Task<Story?> GetAsync(string id, CancellationToken cancellationToken) =>
            await table.FindAsync(KeyOf(id), cancellationToken) is { } row ? Read(row) : null;

        public async Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
            [.. (await table.FindScatteredAsync(ids.Select(KeyOf), cancellationToken)).Select(Read)];

        public async Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken)
        {
            var row = RowPayload.Row(KeyOf(story.Id), story with { Version = null });
            return await table.TrySaveAsync(row, story.Version, cancellationToken) is { } version ? story with { Version = version } : null;
        }

        /// <summary>By id: an owner has dozens.</summary>
        public async Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken)
        {
            var filter = TableClient.CreateQueryFilter($"RowKey ge {"story."} and RowKey lt {"story.~"}");
            return await table.PageAsync(
                "own-stories", PartitionSpan.Only(owner, filter), take, cursor,
                row => Read(row) is var story && (topicId is null || story.Topics.Contains(topicId)) && !(story.FirstSeenAt < since) ? story : null,
                cancellationToken);
        }

        public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindByKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
        {
            var asked = keys.Distinct(StringComparer.Ordinal).ToList();
            var found = await Concurrently.SelectAsync(asked, FindByKeyAsync, cancellationToken);
            return asked.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        }

        public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            table.UpsertAsync([.. keys.Select(key => KeyRow(key, TableKey.Escape(storyId), storyId))], cancellationToken);

        public async Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken)
        {
            var there = await table.AddIfAbsentAsync([KeyRow(key, ClaimRow, storyId)], cancellationToken);
            return there[0]?.GetString(StoryColumn) ?? storyId;
        }

        private async Task<IReadOnlyList<string>> FindByKeyAsync(string key, CancellationToken cancellationToken)
        {
            var found = new SortedSet<string>(StringComparer.Ordinal);
            await foreach (var row in table.QueryAsync(TableKey.RowsStartingWith(owner, $"key.{DerivedId.Of(key)}."), MaxPage, cancellationToken))
            {
                found.Add(row.GetString(StoryColumn));
            }

            return [.. found];
        }

        private RowKey KeyOf(string id) => new(owner, "story." + TableKey.Escape(id));

        private TableEntity KeyRow(string key, string row, string storyId) => new(owner, $"key.{DerivedId.Of(key)}.{row}") { [StoryColumn] = storyId };

        private static Story Read(TableEntity row) => RowPayload.Value<Story>(row) with { Version = row.ETag.ToString() };
    }
}
