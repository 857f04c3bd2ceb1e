using System.Text;
using Alerts.Core.Messaging;

namespace Alerts.Infrastructure.Storage;

/// <summary>Messages as plain JSON (encoding none, like <c>host.json</c>), kept until they are handled.</summary>
internal sealed class QueueMessageQueue(StorageClients clients) : IMessageQueue
{
    public const int MaxBytes = 64 * 1024;
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(7);

    /// <exception cref="InvalidOperationException">The message is larger than a queue takes: its ids are to be split over several.</exception>
    public Task SendAsync<T>(string queue, T message, TimeSpan? delay = null, CancellationToken cancellationToken = default)
        where T : notnull
    {
        if (delay < TimeSpan.Zero || delay > MaxDelay)
        {
            throw new ArgumentOutOfRangeException(nameof(delay), delay, "A message waits at most seven days.");
        }

        var body = MessageJson.Write(message);
        var bytes = Encoding.UTF8.GetByteCount(body);
        return bytes <= MaxBytes
            ? clients.Queue(queue).SendMessageAsync(body, delay, Forever, cancellationToken)
            : throw new InvalidOperationException($"A message of {bytes} bytes for the queue {queue}; a queue takes {MaxBytes}. Split its ids over several messages.");
    }
}
