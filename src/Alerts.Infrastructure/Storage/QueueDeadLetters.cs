using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Messaging;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Alerts.Infrastructure.Storage;

internal sealed class QueueDeadLetters(StorageClients clients, IFailureLog failures) : IDeadLetters
{
    private const int MaxAtOnce = 32;
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <summary>How long a message stays taken by a replay that died.</summary>
    private static readonly TimeSpan Taken = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(DeadLetterFilter filter, CancellationToken cancellationToken)
    {
        var letters = await Concurrently.SelectAsync(QueuesOf(filter.Queue), PeekAsync, cancellationToken);
        return [.. letters.SelectMany(queueLetters => queueLetters).Where(letter => filter.Accepts(letter.MessageId, letter.InsertedAt))];
    }

    public async Task<int> ReplayAsync(DeadLetterFilter filter, CancellationToken cancellationToken)
    {
        var counts = await Concurrently.SelectAsync(QueuesOf(filter.Queue), (name, cancellation) => ReplayQueueAsync(name, filter, cancellation), cancellationToken);
        return counts.Sum();
    }

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellationToken)
    {
        var names = QueueNames.All.Concat(QueueNames.All.Select(QueueNames.PoisonOf)).ToList();
        var properties = await Concurrently.SelectAsync(names, (name, cancellation) => clients.Queue(name).GetPropertiesAsync(cancellation), cancellationToken);
        return names.Zip(properties).ToDictionary(pair => pair.First, pair => pair.Second.Value.ApproximateMessagesCount, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<DeadLetter>> PeekAsync(string queue, CancellationToken cancellationToken)
    {
        var peeked = await clients.Queue(QueueNames.PoisonOf(queue)).PeekMessagesAsync(MaxAtOnce, cancellationToken);
        var bodies = peeked.Value.Select(message => message.Body.ToString()).ToList();
        var known = (await failures.FindAsync(queue, [.. bodies.Select(body => MessageFailure.KeyOf(queue, body)).Distinct()], cancellationToken)).ToDictionary(failure => failure.Key);
        return [.. peeked.Value.Zip(bodies, (message, body) =>
        {
            var failure = known.GetValueOrDefault(MessageFailure.KeyOf(queue, body));
            return new DeadLetter(queue, message.MessageId, body, message.InsertedOn, failure?.Reason, failure?.At);
        })];
    }

    /// <summary>
    /// Sends before it deletes: a crash in between doubles a message, which is harmless, and loses none. What is passed over may come again
    /// before a long replay has seen the rest; once nothing else comes, all were seen.
    /// </summary>
    private async Task<int> ReplayQueueAsync(string queue, DeadLetterFilter filter, CancellationToken cancellationToken)
    {
        var poison = clients.Queue(QueueNames.PoisonOf(queue));
        var passedOver = new Dictionary<string, QueueMessage>(StringComparer.Ordinal);
        var replayed = 0;
        for (var goesOn = true; goesOn && await poison.ReceiveMessagesAsync(MaxAtOnce, Taken, cancellationToken) is { Value.Length: > 0 } received;)
        {
            goesOn = false;
            foreach (var message in received.Value)
            {
                if (!filter.Accepts(message.MessageId, message.InsertedOn))
                {
                    goesOn |= !passedOver.ContainsKey(message.MessageId);
                    passedOver[message.MessageId] = message;
                    continue;
                }

                goesOn = true;
                await clients.Queue(queue).SendMessageAsync(message.Body, timeToLive: Forever, cancellationToken: cancellationToken);
                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                replayed++;
            }

            if (replayed > 0 && filter.MessageId is not null)
            {
                break;
            }
        }

        await Concurrently.RunAsync([.. passedOver.Values], (message, cancellation) => ReleaseAsync(poison, message, cancellation), cancellationToken);
        return replayed;
    }

    private static async Task ReleaseAsync(QueueClient poison, QueueMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await poison.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 400 or 404)
        {
            // Another replay has it in hand by now.
        }
    }

    private static IReadOnlyList<string> QueuesOf(string? queue) => queue is null ? QueueNames.All
        : QueueNames.All.Contains(queue) ? [queue]
        : throw new ArgumentOutOfRangeException(nameof(queue), queue, $"There is no such queue. The queues are {string.Join(", ", QueueNames.All)}.");
}
