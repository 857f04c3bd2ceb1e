using Alerts.Core.Operations;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class HeartbeatStoreContract : StoreContract<IHeartbeatStore>
{
    [Fact]
    public async Task A_day_keeps_its_first_heartbeat()
    {
        var store = await NewStoreAsync();
        var first = Of(1) with { P95Seconds = 3.25, Previous = "k.abc", Signature = "k.def" };

        Assert.Null(await store.GetAsync(first.Day, Cancellation));
        Assert.Equal(first, await store.AddIfAbsentAsync(first, Cancellation));
        Assert.Equal(first, await store.AddIfAbsentAsync(first with { Hits = 9 }, Cancellation));
        Assert.Equal(first, await store.GetAsync(first.Day, Cancellation));
        Assert.Equal(first.Statement, (await store.GetAsync(first.Day, Cancellation))!.Statement);
    }

    [Fact]
    public async Task They_are_listed_page_by_page_newest_first()
    {
        var store = await NewStoreAsync();
        foreach (var day in (int[])[30, 2, 31, 1, 28])
        {
            await store.AddIfAbsentAsync(Of(day), Cancellation);
        }

        var first = await store.ListAsync(2, null, Cancellation);
        var second = await store.ListAsync(2, first.Next, Cancellation);
        var third = await store.ListAsync(2, second.Next, Cancellation);

        Assert.Equal([31, 30, 28, 2, 1], first.Items.Concat(second.Items).Concat(third.Items).Select(item => item.Day.Day));
        Assert.Null(third.Next);
    }

    private static Heartbeat Of(int day) => new()
    {
        Day = new DateOnly(2026, 3, day),
        From = Some.Now,
        Until = Some.Now.AddDays(1),
        WrittenAt = Some.Now.AddDays(1),
        Sources = new HeartbeatSources(3, 1, 1, 1, 0, 0, 0),
    };

    public sealed class InMemory : HeartbeatStoreContract
    {
        protected override Task<IHeartbeatStore> NewStoreAsync() => Task.FromResult<IHeartbeatStore>(new MemoryHeartbeatStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : HeartbeatStoreContract
    {
        protected override Task<IHeartbeatStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
