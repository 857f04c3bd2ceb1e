using System.Runtime.CompilerServices;
using Alerts.Core.Matching.Own;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>owntopics</c>: partition = the owner's first two digits, row key = <c>owner.topic</c>; and one row whose ETag is the revision
/// of them all. That row is written after the topic: whoever sees the old revision sees the new one at the next look.
/// </summary>
internal sealed class TableOwnTopicStore(StorageClients clients) : IOwnTopicStore
{
    /// <summary>Beyond every owner's partition, which is of hexadecimal digits.</summary>
    private static readonly RowKey Revision = new("revision", "revision");

    private readonly StorageTable table = clients.Table(TableNames.OwnTopics);

    public async Task<OwnTopic?> GetAsync(string ownerId, string id, CancellationToken cancellationToken) =>
        await table.FindAsync(KeyOf(ownerId, id), cancellationToken) is { } row ? Read(row) : null;

    public async Task<IReadOnlyList<OwnTopic>> ListAsync(string ownerId, CancellationToken cancellationToken)
    {
        var topics = new List<OwnTopic>();
        await foreach (var row in table.QueryAsync(TableKey.RowsStartingWith(TableKey.ShardOf(ownerId), TableKey.Escape(ownerId) + "."), OwnTopicRules.MaxPerOwner + 1, cancellationToken))
        {
            topics.Add(Read(row));
        }

        return [.. topics.OrderBy(topic => topic.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public async Task<OwnTopic?> TrySaveAsync(OwnTopic topic, CancellationToken cancellationToken)
    {
        var row = RowPayload.Row(KeyOf(topic.OwnerId, topic.Id), topic with { Stamp = null });
        if (await table.TrySaveAsync(row, topic.Stamp, cancellationToken) is not { } stamp)
        {
            return null;
        }

        await ReviseAsync(cancellationToken);
        return topic with { Stamp = stamp };
    }

    public async Task<bool> RemoveAsync(string ownerId, string id, CancellationToken cancellationToken)
    {
        var removed = await table.DeleteAsync(KeyOf(ownerId, id), cancellationToken);
        await ReviseAsync(cancellationToken);
        return removed;
    }

    public async Task<string> GetRevisionAsync(CancellationToken cancellationToken) =>
        await table.FindAsync(Revision, cancellationToken) is { } row ? row.ETag.ToString() : "";

    public async IAsyncEnumerable<OwnTopic> ListAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey lt {Revision.Partition}"), int.MaxValue, cancellationToken))
        {
            yield return Read(row);
        }
    }

    private Task ReviseAsync(CancellationToken cancellationToken) => table.UpsertAsync([new TableEntity(Revision.Partition, Revision.Row)], cancellationToken);

    private static RowKey KeyOf(string ownerId, string id) => new(TableKey.ShardOf(ownerId), $"{TableKey.Escape(ownerId)}.{TableKey.Escape(id)}");

    private static OwnTopic Read(TableEntity row) => RowPayload.Value<OwnTopic>(row) with { Stamp = row.ETag.ToString() };
}
