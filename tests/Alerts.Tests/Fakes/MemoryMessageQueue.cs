using System.Collections.Concurrent;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

/// <summary>Keeps what was sent until a test takes it, as literal JSON.</summary>
public sealed class MemoryMessageQueue : IMessageQueue
{
    private readonly ConcurrentQueue<SentMessage> sent = new();

    /// <summary>In the order of sending.</summary>
    public IReadOnlyList<SentMessage> Sent => [.. sent];

    public Task SendAsync<T>(string queue, T message, TimeSpan? delay = null, CancellationToken cancellationToken = default)
        where T : notnull
    {
        sent.Enqueue(new SentMessage(queue, MessageJson.Write(message), delay ?? TimeSpan.Zero));
        return Task.CompletedTask;
    }

    /// <summary>The oldest message, whatever its delay; null where none is left.</summary>
    public SentMessage? Take() => sent.TryDequeue(out var message) ? message : null;
}
