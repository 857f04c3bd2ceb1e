using Alerts.Core;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>owned</c>: partition = the subscriber, so that erasing one is deleting a partition. Row keys: <c>story.{id}</c>,
/// <c>key.{hash of the key}.…</c> (<see cref="StoryIndex"/>), and those of <see cref="TableOwnHitStore"/>.
/// </summary>
internal sealed class TableOwnStories(StorageClients clients) : IOwnStories
{
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
        private readonly StoryIndex index = new(table, key => new RowKey(owner, $"key.{DerivedId.Of(key)}."));

        public async Task<Story?> GetAsync(string id, CancellationToken cancellationToken) =>
            await table.FindAsync(KeyOf(id), cancellationToken) is { } row ? Read(row) : null;

        public async Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
            [.. (await table.FindScatteredAsync(ids.Select(KeyOf), cancellationToken)).Select(Read)];

        public async Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken)
        {
            var row = RowPayload.Row(KeyOf(story.Id), story with { Version = null });
            return await table.TrySaveAsync(row, story.Version, cancellationToken) is { } version ? story with { Version = version } : null;
        }

        /// <summary>By id: an owner has hundreds a week at most.</summary>
        public async Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken)
        {
            var filter = TableClient.CreateQueryFilter($"RowKey ge {"story."} and RowKey lt {"story.~"}");
            return await table.PageAsync(
                "own-stories", PartitionSpan.Only(owner, filter), take, cursor,
                row => Read(row) is var story && (topicId is null || story.Topics.Contains(topicId)) && !(story.FirstSeenAt < since) ? story : null,
                cancellationToken);
        }

        public Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindByKeysAsync(IReadOnlyCollection<StoryKeyRange> keys, CancellationToken cancellationToken) =>
            index.FindAsync(keys, cancellationToken);

        public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, DateTimeOffset when, CancellationToken cancellationToken) =>
            index.AddAsync(storyId, keys, when, cancellationToken);

        public Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken) => index.ClaimAsync(key, storyId, cancellationToken);

        public Task<string?> FindClaimAsync(string key, CancellationToken cancellationToken) => index.FindClaimAsync(key, cancellationToken);

        public Task ReassignKeyAsync(string key, string storyId, CancellationToken cancellationToken) => index.ReassignAsync(key, storyId, cancellationToken);

        private RowKey KeyOf(string id) => new(owner, "story." + TableKey.Escape(id));

        private static Story Read(TableEntity row) => RowPayload.Value<Story>(row) with { Version = row.ETag.ToString() };
    }
}
