using System.Diagnostics;
using System.Globalization;
using Alerts.Core.Delivery;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Azurite;
using Azure.Data.Tables;

namespace Alerts.Tests.Faults;

/// <summary>
/// Storage that is down, resets, is slow, or loses its answers: nothing is lost, nobody is told twice, and work goes on by itself. How
/// long it is down is short here; ALERTS_FAULT_SECONDS=60 makes it long.
/// </summary>
public sealed class StorageFaultTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Fault = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("ALERTS_FAULT_SECONDS") ?? "3", CultureInfo.InvariantCulture));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_goes_on_where_storage_was_down_and_health_is_red_meanwhile()
    {
        await using var system = await FaultyStorage.StartAsync(await azurite.NewSettingsAsync());
        Assert.True((await system.Health.CheckAsync(Cancellation)).Ready);
        await system.PublishAsync(5);
        await FaultyStorage.WhileAsync(() => system.Mails.Count == 0);

        system.Tables.Down();
        system.Queues.Down();
        var clock = Stopwatch.StartNew();
        var health = await system.Health.CheckAsync(Cancellation);
        Assert.False(health.Ready);
        Assert.Contains("does not answer", health.Reason, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, FaultyStorage.Soon);

        await Task.Delay(Fault, Cancellation);
        system.Tables.Up();
        system.Queues.Up();
        await system.AwaitMailsAsync(FaultyStorage.Soon);

        system.AssertToldOnce();
        Assert.True((await system.Health.CheckAsync(Cancellation)).Ready);
    }

    [Fact]
    public async Task What_a_provider_accepted_while_storage_was_down_is_recorded_when_it_is_back()
    {
        await using var system = await FaultyStorage.StartAsync(await azurite.NewSettingsAsync());
        var down = new TaskCompletionSource();
        system.Accepting = () =>
        {
            system.Tables.Down();
            down.TrySetResult();
            return Task.CompletedTask;
        };
        await system.PublishAsync(1);
        await down.Task.WaitAsync(FaultyStorage.Soon, Cancellation);

        // Longer than the storage client tries by itself.
        await Task.Delay(Fault + TimeSpan.FromSeconds(5), Cancellation);
        system.Accepting = () => Task.CompletedTask;
        system.Tables.Up();
        await system.AwaitMailsAsync(FaultyStorage.Soon);
        await FaultyStorage.WhileAsync(() => system.DeliveriesAsync().Result.Any(delivery => !delivery.IsFinal));

        Assert.All(await system.DeliveriesAsync(), delivery => Assert.Equal((DeliveryState.Sent, 1), (delivery.State, delivery.AttemptCount)));
        system.AssertToldOnce();
    }

    [Fact]
    public async Task Connections_that_are_reset_lose_and_double_nothing()
    {
        await using var system = await FaultyStorage.StartAsync(await azurite.NewSettingsAsync());
        await system.PublishAsync(5);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Fault;)
        {
            await Task.Delay(150, Cancellation);
            system.Tables.ResetAll();
            system.Queues.ResetAll();
        }

        await system.AwaitMailsAsync(FaultyStorage.Soon);

        system.AssertToldOnce();
    }

    [Fact]
    public async Task A_slow_network_only_takes_longer()
    {
        await using var system = await FaultyStorage.StartAsync(await azurite.NewSettingsAsync());
        system.Tables.Latency = system.Queues.Latency = TimeSpan.FromMilliseconds(50);
        await system.PublishAsync(2);

        await system.AwaitMailsAsync(FaultyStorage.Soon);

        system.AssertToldOnce();
    }

    [Fact]
    public async Task Writes_whose_answers_are_lost_are_neither_lost_nor_done_twice()
    {
        await using var system = await FaultyStorage.StartAsync(await azurite.NewSettingsAsync());
        var dice = new Random(7);
        system.Tables.LosesAnswer = request => IsWrite(request) && dice.Next(8) == 0;
        system.Queues.LosesAnswer = request => IsWrite(request) && dice.Next(8) == 0;
        await system.PublishAsync(8);

        await system.AwaitMailsAsync(FaultyStorage.Soon);

        Assert.InRange(system.Tables.Lost + system.Queues.Lost, 5, int.MaxValue);
        system.AssertToldOnce();
    }

    [Fact]
    public async Task A_conditional_write_whose_answer_was_lost_knows_itself()
    {
        await using var system = await FaultyStorage.StartAsync(await azurite.NewSettingsAsync(), readers: 0);
        var table = system.Table;

        Assert.True(await LosingAsync(() => table.TryAddAsync(Row("1"), Cancellation)));
        var version = await LosingAsync(() => table.TrySaveAsync(Row("2"), version: null, Cancellation));
        Assert.NotNull(version);
        version = await LosingAsync(() => table.TrySaveAsync(Row("2"), version, Cancellation));
        Assert.NotNull(version);
        Assert.All(await LosingAsync(() => table.AddIfAbsentAsync([Row("3"), Row("4")], Cancellation)), Assert.Null);
        var rows = await table.FindRunsAsync([new RowKey("p", "2"), new RowKey("p", "3"), new RowKey("p", "4")], Cancellation);
        Assert.All(await LosingAsync(() => table.TryReplaceAsync([.. rows.Select(row => (Row(row.RowKey), row.ETag.ToString()))], Cancellation)), Assert.NotNull);

        // What somebody else wrote is still somebody else's.
        Assert.Null(await table.TrySaveAsync(Row("2"), version, Cancellation));
        Assert.All(await table.AddIfAbsentAsync([Row("3"), Row("4")], Cancellation), Assert.NotNull);
        Assert.False(await table.TryAddAsync(Row("1"), Cancellation));

        async Task<T> LosingAsync<T>(Func<Task<T>> write)
        {
            var lost = 0;
            var before = system.Tables.Lost;
            system.Tables.LosesAnswer = request => IsWrite(request) && lost++ == 0;
            var result = await write();
            Assert.Equal(before + 1, system.Tables.Lost);
            return result;
        }
    }

    private static bool IsWrite(string request) => request.Length > 4 && request.Split(' ', 2)[0] is "POST" or "PUT" or "PATCH" or "MERGE" or "DELETE";

    private static TableEntity Row(string key) => new("p", key) { ["Spent"] = 1 };
}
