using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// What the Functions host does with queues, for hosts without it: takes messages, hands them to a delegate, deletes what was
/// handled and moves to the poison queue what failed five times. A message is lost at no point: it is deleted after its
/// handler returned, or after the poison queue has it.
/// </summary>
public sealed class QueuePump
{
    private readonly StorageClients clients;
    private readonly TimeProvider time;
    private readonly ILogger<QueuePump> logger;
    private readonly ConcurrentDictionary<string, QueueTally> tallies = new(StringComparer.Ordinal);

    internal QueuePump(StorageClients clients, TimeProvider time, ILogger<QueuePump> logger)
    {
        this.clients = clients;
        this.time = time;
        this.logger = logger;
    }

    public IReadOnlyDictionary<string, QueuePumpCounts> Counts => tallies.ToDictionary(pair => pair.Key, pair => pair.Value.Read(), StringComparer.Ordinal);

    /// <summary>
    /// Pumps until <paramref name="stopping"/>, then finishes what is in hand and leaves the rest in the queues. The handler's
    /// token is cancelled only when that takes longer than <see cref="QueuePumpSettings.Drain"/>.
    /// </summary>
    /// <param name="handle">Queue, message, cancellation. Throwing means a retry.</param>
    public Task RunAsync(
        IReadOnlyCollection<string> queues, Func<string, string, CancellationToken, Task> handle, QueuePumpSettings? settings, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(queues);
        ArgumentNullException.ThrowIfNull(handle);
        var lanes = queues.Select(queue => new QueueLane(queue, clients, handle, settings ?? new QueuePumpSettings(), tallies.GetOrAdd(queue, _ => new QueueTally()), time, logger));
        return Task.WhenAll(lanes.Select(lane => lane.RunAsync(stopping)));
    }
}
