using Alerts.Core.Messaging;
using Alerts.Core.Operations;

namespace Alerts.Tests.Fakes;

/// <summary>Queues as a test says they are.</summary>
public sealed class MemoryQueueWatch : IQueueWatch
{
    private readonly Dictionary<string, QueueReading> readings = QueueNames.All.ToDictionary(queue => queue, queue => new QueueReading(queue, null, 0, 0));

    public void Set(QueueReading reading) => readings[reading.Queue] = reading;

    public Task<IReadOnlyList<QueueReading>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<QueueReading>>([.. readings.Values]);
}
