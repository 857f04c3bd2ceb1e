using System.Collections.Concurrent;
using Alerts.Core.Messaging;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Azurite;

namespace Alerts.Tests.Storage;

public sealed class QueuePumpTests(AzuriteFixture azurite)
{
    private const string Queue = QueueNames.Read;
    private static readonly QueuePumpSettings Quick = new() { RetryDelay = TimeSpan.Zero, IdlePause = TimeSpan.FromMilliseconds(20) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_message_is_handled_once_and_then_gone()
    {
        await using var storage = await NewStorageAsync(50);
        var handled = new ConcurrentBag<string>();

        await PumpAsync(storage, Quick, (_, message) =>
        {
            handled.Add(message);
            return Task.FromResult(handled.Count == 50);
        });

        Assert.Equal(Enumerable.Range(1, 50).Select(number => $"m{number}").Order(), handled.Order());
        Assert.Equal(new QueuePumpCounts(50, 0, 0, 0), storage.GetRequiredService<QueuePump>().Counts[Queue]);
        Assert.Equal(0, await LengthAsync(storage, Queue));
    }

    [Fact]
    public async Task A_message_that_fails_five_times_is_in_the_poison_queue_and_stops_no_other()
    {
        await using var storage = await NewStorageAsync(3);
        var attempts = new ConcurrentDictionary<string, int>();

        await PumpAsync(storage, Quick, (_, message) =>
        {
            attempts.AddOrUpdate(message, 1, (_, count) => count + 1);
            return message == "m2" ? throw new InvalidOperationException("m2 is bad") : Task.FromResult(false);
        }, () => storage.GetRequiredService<QueuePump>().Counts[Queue].Poisoned == 1);

        Assert.Equal((1, 5, 1), (attempts["m1"], attempts["m2"], attempts["m3"]));
        Assert.Equal("m2", (await Client(storage, QueueNames.PoisonOf(Queue)).PeekMessageAsync(Cancellation)).Value.Body.ToString());
        Assert.Equal(new QueuePumpCounts(2, 5, 1, 0), storage.GetRequiredService<QueuePump>().Counts[Queue]);
        Assert.Equal(0, await LengthAsync(storage, Queue));
    }

    [Fact]
    public async Task A_message_that_killed_its_process_five_times_is_not_handled_again()
    {
        await using var storage = await NewStorageAsync(1);
        for (var death = 1; death <= 5; death++)
        {
            var taken = (await Client(storage, Queue).ReceiveMessageAsync(cancellationToken: Cancellation)).Value;
            await Client(storage, Queue).UpdateMessageAsync(taken.MessageId, taken.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Cancellation);
        }

        var handled = 0;
        await PumpAsync(storage, Quick, (_, _) => Task.FromResult(++handled < 0), () => storage.GetRequiredService<QueuePump>().Counts[Queue].Poisoned == 1);

        Assert.Equal(0, handled);
        Assert.Equal(1, await LengthAsync(storage, QueueNames.PoisonOf(Queue)));
    }

    [Fact]
    public async Task A_stop_finishes_what_is_in_hand_and_leaves_the_rest()
    {
        await using var storage = await NewStorageAsync(10);
        using var stopping = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var inHand = 0;
        var pump = storage.GetRequiredService<QueuePump>();

        var pumping = pump.RunAsync(
            [Queue],
            async (_, _, _) =>
            {
                if (Interlocked.Increment(ref inHand) == 2)
                {
                    begun.SetResult();
                }

                await goOn.Task;
            },
            Quick with { Parallelism = 2 }, stopping.Token);
        await begun.Task.WaitAsync(Cancellation);
        await stopping.CancelAsync();
        Assert.False(pumping.IsCompleted);
        goOn.SetResult();
        await pumping;

        Assert.Equal(new QueuePumpCounts(2, 0, 0, 0), pump.Counts[Queue]);
        Assert.Equal(8, await LengthAsync(storage, Queue));
        Assert.Equal(8, (await Client(storage, Queue).ReceiveMessagesAsync(32, cancellationToken: Cancellation)).Value.Length);
    }

    [Fact]
    public async Task A_handler_that_does_not_end_is_cancelled_and_its_message_stays_without_counting_as_failed()
    {
        await using var storage = await NewStorageAsync(1);
        using var stopping = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var pump = storage.GetRequiredService<QueuePump>();

        var pumping = pump.RunAsync(
            [Queue],
            async (_, _, cancellation) =>
            {
                begun.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            },
            Quick with { Drain = TimeSpan.FromMilliseconds(1) }, stopping.Token);
        await begun.Task.WaitAsync(Cancellation);
        await stopping.CancelAsync();
        await pumping;

        Assert.Equal(new QueuePumpCounts(0, 0, 0, 0), pump.Counts[Queue]);
        Assert.Equal("m1", (await Client(storage, Queue).ReceiveMessageAsync(cancellationToken: Cancellation)).Value.Body.ToString());
    }

    [Fact]
    public async Task A_message_that_takes_longer_than_its_visibility_is_held()
    {
        await using var storage = await NewStorageAsync(1);
        var counter = storage.GetRequiredService<StorageRequestCounter>();
        var handled = 0;

        await PumpAsync(storage, Quick with { Visibility = TimeSpan.FromSeconds(2) }, async (_, _) =>
        {
            Interlocked.Increment(ref handled);
            while (!counter.Snapshot().Any(count => count.Key.EndsWith("read extend", StringComparison.Ordinal) && count.Value >= 2))
            {
                await Task.Delay(20, Cancellation);
            }

            return true;
        });

        Assert.Equal(1, handled);
        Assert.Equal(0, await LengthAsync(storage, Queue));
    }

    private async Task<ServiceProvider> NewStorageAsync(int messages)
    {
        var storage = await azurite.NewStorageAsync();
        foreach (var number in Enumerable.Range(1, messages))
        {
            await Client(storage, Queue).SendMessageAsync($"m{number}", Cancellation);
        }

        return storage;
    }

    /// <summary>Pumps until a handler answers true, or a condition of the pump holds.</summary>
    private static async Task PumpAsync(ServiceProvider storage, QueuePumpSettings settings, Func<string, string, Task<bool>> handle, Func<bool>? until = null)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var pumping = storage.GetRequiredService<QueuePump>().RunAsync(
            [Queue],
            async (queue, message, _) =>
            {
                if (await handle(queue, message))
                {
                    await stopping.CancelAsync();
                }
            },
            settings, stopping.Token);
        while (until is not null && !until())
        {
            await Task.Delay(10, Cancellation);
        }

        await (until is null ? Task.CompletedTask : stopping.CancelAsync());
        await pumping;
    }

    private static Azure.Storage.Queues.QueueClient Client(ServiceProvider storage, string queue) => storage.GetRequiredService<StorageClients>().Queue(queue);

    private static async Task<int> LengthAsync(ServiceProvider storage, string queue) => (await Client(storage, queue).GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;
}
