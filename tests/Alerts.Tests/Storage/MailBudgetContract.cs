using Alerts.Core.Delivery.Operating;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class MailBudgetContract : StoreContract<IMailBudget>
{
    private static readonly DateOnly Day = new(2026, 11, 26);

    [Fact]
    public async Task As_many_are_taken_as_there_is_room_for()
    {
        var budget = await NewStoreAsync();

        Assert.Equal(60, await budget.TakeAsync(Day, 60, 100, Cancellation));
        Assert.Equal(30, await budget.TakeAsync(Day, 60, 90, Cancellation));
        Assert.Equal(0, await budget.TakeAsync(Day, 1, 90, Cancellation));
        Assert.Equal(10, await budget.TakeAsync(Day, 60, 100, Cancellation));
        Assert.Equal(5, await budget.TakeAsync(Day.AddDays(1), 5, 100, Cancellation));
        Assert.Equal((100, 5, 0), (await budget.SpentAsync(Day, Cancellation), await budget.SpentAsync(Day.AddDays(1), Cancellation), await budget.SpentAsync(Day.AddDays(2), Cancellation)));
    }

    [Fact]
    public async Task Many_who_take_at_once_never_take_more_than_there_is()
    {
        var budget = await NewStoreAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => budget.TakeAsync(Day, 10, 75, Cancellation)));

        Assert.Equal(75, taken.Sum());
    }

    public sealed class InMemory : MailBudgetContract
    {
        protected override Task<IMailBudget> NewStoreAsync() => Task.FromResult<IMailBudget>(new MemoryMailBudget());
    }

    public sealed class InTables(AzuriteFixture azurite) : MailBudgetContract
    {
        protected override Task<IMailBudget> NewStoreAsync() => InStorageAsync(azurite);
    }
}
