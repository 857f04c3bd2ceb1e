using Alerts.Core.Alerting;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class DailyAllowanceContract : StoreContract<IDailyAllowance>
{
    private static readonly DateOnly Day = new(2026, 3, 14);

    [Fact]
    public async Task A_day_has_so_many_places_and_an_alert_keeps_its_own()
    {
        var store = await NewStoreAsync();

        Assert.True(await store.TakeAsync("aa1", Day, "a1", 2, Cancellation));
        Assert.True(await store.TakeAsync("aa1", Day, "a2", 2, Cancellation));
        Assert.False(await store.TakeAsync("aa1", Day, "a3", 2, Cancellation));
        Assert.True(await store.TakeAsync("aa1", Day, "a1", 2, Cancellation));
        Assert.False(await store.TakeAsync("aa1", Day, "a3", 2, Cancellation));

        Assert.True(await store.TakeAsync("aa12", Day, "a3", 2, Cancellation));
        Assert.True(await store.TakeAsync("aa1", Day.AddDays(1), "a3", 2, Cancellation));
        Assert.True(await store.TakeAsync("aa1", Day.AddDays(9), "a4", 2, Cancellation));
        Assert.True(await store.TakeAsync("aa1", Day, "a5", 3, Cancellation));
    }

    [Fact]
    public async Task Of_thirty_that_ask_at_once_exactly_so_many_are_let_through()
    {
        var store = await NewStoreAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Task.Run(() => store.TakeAsync("aa1", Day, $"a{number % 15}", 5, Cancellation))));

        Assert.Equal(5, answers.Index().Where(answer => answer.Item).Select(answer => answer.Index % 15).Distinct().Count());
        Assert.Equal(10, answers.Count(answer => answer));
    }

    public sealed class InMemory : DailyAllowanceContract
    {
        protected override Task<IDailyAllowance> NewStoreAsync() => Task.FromResult<IDailyAllowance>(new MemoryDailyAllowance());
    }

    public sealed class InTables(AzuriteFixture azurite) : DailyAllowanceContract
    {
        protected override Task<IDailyAllowance> NewStoreAsync() => InStorageAsync(azurite);
    }
}
