using Alerts.Core.Delivery.Suppressing;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class SuppressionStoreContract : StoreContract<ISuppressionStore>
{
    [Fact]
    public async Task Entries_are_saved_replaced_listed_and_taken_out()
    {
        var store = await NewStoreAsync();
        var entry = new Suppression("aa1", SuppressionKind.Bounced, "550 5.1.1", Some.Now, "provider");
        await store.SaveAsync(entry, Cancellation);
        await store.SaveAsync(entry with { SubscriptionId = "bb2" }, Cancellation);
        await store.SaveAsync(entry with { Kind = SuppressionKind.Complained }, Cancellation);

        Assert.Equal(entry with { Kind = SuppressionKind.Complained }, await store.GetAsync("aa1", Cancellation));
        var page = await store.ListAsync(1, cursor: null, Cancellation);
        Assert.Equal("aa1", Assert.Single(page.Items).SubscriptionId);
        Assert.Equal("bb2", Assert.Single((await store.ListAsync(1, page.Next, Cancellation)).Items).SubscriptionId);
        Assert.True(await store.RemoveAsync("aa1", Cancellation));
        Assert.False(await store.RemoveAsync("aa1", Cancellation));
        Assert.Null(await store.GetAsync("aa1", Cancellation));
    }

    public sealed class InMemory : SuppressionStoreContract
    {
        protected override Task<ISuppressionStore> NewStoreAsync() => Task.FromResult<ISuppressionStore>(new MemorySuppressionStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : SuppressionStoreContract
    {
        protected override Task<ISuppressionStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
