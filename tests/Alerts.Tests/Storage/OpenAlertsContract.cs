using Alerts.Core.Alerting;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class OpenAlertsContract : StoreContract<IOpenAlerts>
{
    [Fact]
    public async Task What_is_open_is_listed_until_it_is_crossed_out_and_not_while_it_gets_on()
    {
        var open = await NewStoreAsync();
        await open.AddAsync([Open("a1", 0), Open("a2", 0), Open("a3", 60)], Cancellation);
        await open.AddAsync([], Cancellation);
        await open.RemoveAsync(["a2", "a9"], Cancellation);

        Assert.Equal([Open("a1", 0)], (await open.ListAsync(Some.Now.AddMinutes(1), 10, null, Cancellation)).Items);
        await open.AddAsync([Open("a1", 120, "next")], Cancellation);
        Assert.Empty((await open.ListAsync(Some.Now.AddMinutes(1), 10, null, Cancellation)).Items);
        Assert.Equal([Open("a1", 120, "next"), Open("a3", 60)], (await open.GetAsync(["a1", "a2", "a3"], Cancellation)).OrderBy(alert => alert.AlertId, StringComparer.Ordinal));
        var first = await open.ListAsync(Some.Now.AddDays(1), 1, null, Cancellation);
        Assert.Equal(2, first.Items.Concat((await open.ListAsync(Some.Now.AddDays(1), 1, first.Next, Cancellation)).Items).Distinct().Count());
    }

    private static OpenAlert Open(string id, int minutes, string? cursor = null) => new(id, "story of " + id, Some.Now.AddMinutes(minutes), cursor);

    public sealed class InMemory : OpenAlertsContract
    {
        protected override Task<IOpenAlerts> NewStoreAsync() => Task.FromResult<IOpenAlerts>(new MemoryOpenAlerts());
    }

    public sealed class InTables(AzuriteFixture azurite) : OpenAlertsContract
    {
        protected override Task<IOpenAlerts> NewStoreAsync() => InStorageAsync(azurite);
    }
}
