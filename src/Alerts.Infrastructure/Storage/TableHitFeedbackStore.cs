using Alerts.Core;
using Alerts.Core.Hits;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>hitfeedback</c>: partition = topic, row key = <c>hash of the hit.hash of who</c>. There are few.</summary>
internal sealed class TableHitFeedbackStore(StorageClients clients) : IHitFeedbackStore
{
    private readonly StorageTable table = clients.Table(TableNames.HitFeedback);

    public Task SaveAsync(IReadOnlyList<HitFeedback> feedback, CancellationToken cancellationToken) =>
        table.UpsertAsync([.. feedback.Select(mark => RowPayload.Row(KeyOf(mark), mark))], cancellationToken);

    public Task RemoveAsync(IReadOnlyList<HitFeedback> feedback, CancellationToken cancellationToken) => table.DeleteAsync(feedback.Select(KeyOf), cancellationToken);

    public async Task<IReadOnlyList<HitFeedback>> ListByHitAsync(HitId hit, CancellationToken cancellationToken)
    {
        var marks = new List<HitFeedback>();
        await foreach (var row in table.QueryAsync(TableKey.RowsStartingWith(TableKey.Escape(hit.TopicId), PrefixOf(hit.ToString())), int.MaxValue, cancellationToken))
        {
            marks.Add(RowPayload.Value<HitFeedback>(row));
        }

        return marks;
    }

    public IAsyncEnumerable<HitFeedback> ListByTopicAsync(string topicId, CancellationToken cancellationToken) =>
        table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {TableKey.Escape(topicId)}"), int.MaxValue, cancellationToken).Select(RowPayload.Value<HitFeedback>);

    private static RowKey KeyOf(HitFeedback mark) => new(TableKey.Escape(mark.TopicId), PrefixOf(mark.HitId) + DerivedId.Compact(mark.By));

    private static string PrefixOf(string hitId) => DerivedId.Of(hitId) + ".";
}
