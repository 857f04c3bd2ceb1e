using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>In table <c>owned</c>, partition <c>~open</c> (which is nobody's id), row = <c>owner.story</c>. There are as many as are under way.</summary>
internal sealed class TableOpenAnnouncements(StorageClients clients) : IOpenAnnouncements
{
    private const string Partition = "~open";
    private const string AtColumn = "At";

    private readonly StorageTable table = clients.Table(TableNames.Owned);

    public Task AddAsync(IReadOnlyList<OpenAnnouncement> announcements, CancellationToken cancellationToken) =>
        table.UpsertAsync([.. announcements.DistinctBy(item => KeyOf(item.OwnerId, item.StoryId)).Select(Write)], cancellationToken);

    public Task RemoveAsync(string ownerId, string storyId, CancellationToken cancellationToken) => table.DeleteAsync(KeyOf(ownerId, storyId), cancellationToken);

    public Task<Page<OpenAnnouncement>> ListAsync(DateTimeOffset before, int take, string? cursor, CancellationToken cancellationToken) => table.PageAsync(
        "open-announcements", PartitionSpan.Only(Partition, TableClient.CreateQueryFilter($"At lt {TableDate.Of(before)}")), take, cursor, RowPayload.Value<OpenAnnouncement>, cancellationToken);

    private static TableEntity Write(OpenAnnouncement announcement)
    {
        var row = RowPayload.Row(KeyOf(announcement.OwnerId, announcement.StoryId), announcement);
        row[AtColumn] = TableDate.Of(announcement.At);
        return row;
    }

    private static RowKey KeyOf(string ownerId, string storyId) => new(Partition, $"{TableKey.Escape(ownerId)}.{TableKey.Escape(storyId)}");
}
