using Alerts.Core.Messaging;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Alerts.Infrastructure.Storage;

/// <summary>One queue of a <see cref="QueuePump"/>.</summary>
internal sealed partial class QueueLane(
    string queue, StorageClients clients, Func<string, string, CancellationToken, Task> handle, QueuePumpSettings settings, QueueTally tally, TimeProvider time, ILogger logger)
{
    private const int MaxReceived = 32;
    private const int MaxDequeueCount = 5;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan TroublePause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueClient client = clients.Queue(queue);
    private readonly QueueClient poison = clients.Queue(QueueNames.PoisonOf(queue));

    public async Task RunAsync(CancellationToken stopping)
    {
        using var abandon = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var drain = stopping.Register(() => abandon.CancelAfter(settings.Drain));
        using var free = new SemaphoreSlim(settings.Parallelism);
        var inHand = new List<Task>();
        var pause = ShortestPause;
        while (await TakeFreeAsync(free, stopping) is var slots and > 0)
        {
            var received = await ReceiveAsync(slots, abandon.Token);
            if (stopping.IsCancellationRequested)
            {
                await Concurrently.RunAsync(received ?? [], (message, cancellation) => PutBackAsync(message.MessageId, message.PopReceipt, TimeSpan.Zero), CancellationToken.None);
                break;
            }

            var taken = received?.Length ?? 0;
            if (taken < slots)
            {
                free.Release(slots - taken);
            }

            inHand.RemoveAll(task => task.IsCompleted);
            inHand.AddRange((received ?? []).Select(message => Task.Run(() => HandleAsync(message, free, abandon.Token), CancellationToken.None)));
            pause = received is null ? TroublePause
                : taken > 0 ? ShortestPause
                : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, settings.IdlePause.Ticks));
            if (taken == 0)
            {
                await Task.Delay(pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(inHand);
    }

    /// <returns>How many messages may be taken: at least one, or none when it is time to stop.</returns>
    private static async Task<int> TakeFreeAsync(SemaphoreSlim free, CancellationToken stopping)
    {
        try
        {
            await free.WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }

        var slots = 1;
        while (slots < MaxReceived && free.Wait(0, CancellationToken.None))
        {
            slots++;
        }

        return slots;
    }

    /// <returns>Null where the queue could not be asked.</returns>
    private async Task<QueueMessage[]?> ReceiveAsync(int count, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.ReceiveMessagesAsync(count, settings.Visibility, cancellationToken)).Value;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or OperationCanceledException)
        {
            Log.NotReceived(logger, e, queue);
            return null;
        }
    }

    private async Task HandleAsync(QueueMessage message, SemaphoreSlim free, CancellationToken abandon)
    {
        tally.Take();
        try
        {
            var receipt = message.PopReceipt;
            Exception? failure = message.DequeueCount > MaxDequeueCount ? new InvalidOperationException("The process died with this message in hand five times.") : null;
            if (failure is null)
            {
                (failure, receipt) = await RunHandlerAsync(message, abandon);
            }

            await FinishAsync(message, receipt, failure, abandon.IsCancellationRequested);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            // The message becomes visible again by itself.
            Log.NotFinished(logger, e, queue, message.MessageId);
        }
        finally
        {
            tally.PutDown();
            free.Release();
        }
    }

    private async Task<(Exception? Failure, string Receipt)> RunHandlerAsync(QueueMessage message, CancellationToken abandon)
    {
        var receipt = message.PopReceipt;
        var handling = Task.Run(() => handle(queue, message.Body.ToString(), abandon), CancellationToken.None);
        using var done = new CancellationTokenSource();
        while (await Task.WhenAny(handling, Task.Delay(settings.Visibility / 2, time, done.Token)) != handling)
        {
            receipt = await ExtendAsync(message, receipt);
        }

        await done.CancelAsync();
        return (handling.Exception?.InnerException ?? (handling.IsCanceled ? new OperationCanceledException() : null), receipt);
    }

    private async Task<string> ExtendAsync(QueueMessage message, string receipt)
    {
        try
        {
            return (await client.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: settings.Visibility)).Value.PopReceipt;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            Log.NotExtended(logger, e, queue, message.MessageId);
            return receipt;
        }
    }

    private async Task FinishAsync(QueueMessage message, string receipt, Exception? failure, bool abandoned)
    {
        switch (failure)
        {
            case null:
                tally.Handled();
                await client.DeleteMessageAsync(message.MessageId, receipt);
                break;
            case OperationCanceledException when abandoned:
                await PutBackAsync(message.MessageId, receipt, TimeSpan.Zero);
                break;
            case var _ when message.DequeueCount < MaxDequeueCount:
                tally.Failed();
                Log.Failed(logger, failure, queue, message.MessageId, message.DequeueCount);
                await PutBackAsync(message.MessageId, receipt, settings.RetryDelay);
                break;
            default:
                tally.Failed();
                tally.Poisoned();
                Log.Poisoned(logger, failure, queue, message.MessageId);
                await poison.SendMessageAsync(message.Body, timeToLive: Forever);
                await client.DeleteMessageAsync(message.MessageId, receipt);
                break;
        }
    }

    private async Task PutBackAsync(string messageId, string receipt, TimeSpan after) => await client.UpdateMessageAsync(messageId, receipt, visibilityTimeout: after);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The queue {Queue} could not be asked for messages")]
        public static partial void NotReceived(ILogger logger, Exception e, string queue);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} of {Queue} could not be taken off; it will come again")]
        public static partial void NotFinished(ILogger logger, Exception e, string queue, string messageId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} of {Queue} could not be held longer; it may be handled twice")]
        public static partial void NotExtended(ILogger logger, Exception e, string queue, string messageId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Handling message {MessageId} of {Queue} failed, attempt {Attempt}")]
        public static partial void Failed(ILogger logger, Exception e, string queue, string messageId, long attempt);

        [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} of {Queue} failed five times and went to the poison queue")]
        public static partial void Poisoned(ILogger logger, Exception e, string queue, string messageId);
    }
}
