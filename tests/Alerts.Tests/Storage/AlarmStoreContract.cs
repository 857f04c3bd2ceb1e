using Alerts.Core.Operations;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class AlarmStoreContract : StoreContract<IAlarmStore>
{
    [Fact]
    public async Task The_ledger_is_empty_then_saved_and_read_back_whole()
    {
        var store = await NewStoreAsync();
        var alarm = new Alarm("source/1", AlarmKind.Gap, "조선일보", "entries may be missing", Some.Now);
        var ledger = (await store.GetAsync(Cancellation)) with
        {
            Open = [alarm],
            Pending = AlarmReport.Of(Some.Now, [alarm], []),
            Late = new Dictionary<string, DateTimeOffset> { ["email"] = Some.Now },
        };

        var saved = await store.TrySaveAsync(ledger, Cancellation);

        Assert.NotNull(saved?.Version);
        Assert.Equivalent(saved, await store.GetAsync(Cancellation), strict: true);
    }

    [Fact]
    public async Task Of_two_who_read_the_same_ledger_one_saves()
    {
        var store = await NewStoreAsync();
        var (mine, yours) = (await store.GetAsync(Cancellation), await store.GetAsync(Cancellation));

        Assert.NotNull(await store.TrySaveAsync(mine, Cancellation));
        Assert.Null(await store.TrySaveAsync(yours, Cancellation));
    }

    [Fact]
    public async Task A_thousand_open_alarms_fit()
    {
        var store = await NewStoreAsync();
        var many = Enumerable.Range(0, 1_000).Select(i => new Alarm($"source/{i}", AlarmKind.Dead, $"Source {i}", new string('x', 200) + i, Some.Now)).ToList();

        Assert.NotNull(await store.TrySaveAsync(AlarmLedger.Empty with { Open = many, Pending = AlarmReport.Of(Some.Now, many, many) }, Cancellation));
        Assert.Equal(1_000, (await store.GetAsync(Cancellation)).Open.Count);
    }

    public sealed class InMemory : AlarmStoreContract
    {
        protected override Task<IAlarmStore> NewStoreAsync() => Task.FromResult<IAlarmStore>(new MemoryAlarmStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : AlarmStoreContract
    {
        protected override Task<IAlarmStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
