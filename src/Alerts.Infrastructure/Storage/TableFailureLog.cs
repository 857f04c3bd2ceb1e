using Alerts.Core.Delivery.Operating;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>messagefailures</c>: partition = queue, row key = the message's key, overwritten by each later failure.</summary>
internal sealed class TableFailureLog(StorageClients clients) : IFailureLog
{
    private readonly StorageTable table = clients.Table(TableNames.MessageFailures);

    public Task RecordAsync(MessageFailure failure, CancellationToken cancellationToken) =>
        table.UpsertAsync([RowPayload.Row(new RowKey(TableKey.Escape(failure.Queue), failure.Key), failure)], cancellationToken);

    public async Task<IReadOnlyList<MessageFailure>> FindAsync(string queue, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var rows = await table.FindScatteredAsync(keys.Select(key => new RowKey(TableKey.Escape(queue), key)), cancellationToken);
        return [.. rows.Select(RowPayload.Value<MessageFailure>)];
    }
}
