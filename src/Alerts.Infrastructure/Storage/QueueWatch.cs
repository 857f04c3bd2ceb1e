using Alerts.Core.Messaging;
using Alerts.Core.Operations;

namespace Alerts.Infrastructure.Storage;

internal sealed class QueueWatch(StorageClients clients) : IQueueWatch
{
    public Task<IReadOnlyList<QueueReading>> ReadAsync(CancellationToken cancellationToken) => Concurrently.SelectAsync(QueueNames.All, ReadAsync, cancellationToken);

    private async Task<QueueReading> ReadAsync(string queue, CancellationToken cancellationToken)
    {
        var head = await clients.Queue(queue).PeekMessageAsync(cancellationToken);
        var waiting = await clients.Queue(queue).GetPropertiesAsync(cancellationToken);
        var poison = await clients.Queue(QueueNames.PoisonOf(queue)).GetPropertiesAsync(cancellationToken);
        return new QueueReading(queue, head.Value?.InsertedOn, waiting.Value.ApproximateMessagesCount, poison.Value.ApproximateMessagesCount);
    }
}
