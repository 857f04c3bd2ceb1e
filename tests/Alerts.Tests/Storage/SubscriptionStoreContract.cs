using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class SubscriptionStoreContract : StoreContract<ISubscriptionStore>
{
    [Fact]
    public async Task A_subscription_comes_back_as_it_was_saved_with_a_version()
    {
        var store = await NewStoreAsync();
        var saved = await store.TrySaveAsync(Some.Subscription(), Cancellation);

        Assert.NotNull(saved?.Version);
        Assert.Equivalent(saved, await store.GetAsync(saved.Id, Cancellation), strict: true);
        Assert.Null(await store.GetAsync("absent", Cancellation));
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told_to_read_again()
    {
        var store = await NewStoreAsync();
        var first = (await store.TrySaveAsync(Some.Subscription(), Cancellation))!;

        Assert.Null(await store.TrySaveAsync(Some.Subscription(), Cancellation));
        var second = await store.TrySaveAsync(first with { Cadence = Cadence.Daily }, Cancellation);
        Assert.NotNull(second);
        Assert.Null(await store.TrySaveAsync(first with { Cadence = Cadence.Weekly }, Cancellation));
        Assert.NotNull(await store.TrySaveAsync(second with { Status = SubscriptionStatus.Unsubscribed }, Cancellation));
        Assert.Equal(Cadence.Daily, (await store.GetAsync(first.Id, Cancellation))!.Cadence);
    }

    [Fact]
    public async Task A_removed_subscription_is_gone_and_is_not_brought_back_by_a_late_writer()
    {
        var store = await NewStoreAsync();
        var saved = (await store.TrySaveAsync(Some.Subscription(), Cancellation))!;

        Assert.True(await store.RemoveAsync(saved.Id, Cancellation));
        Assert.False(await store.RemoveAsync(saved.Id, Cancellation));
        Assert.Null(await store.TrySaveAsync(saved, Cancellation));
        Assert.Null(await store.GetAsync(saved.Id, Cancellation));
    }

    [Fact]
    public async Task All_are_listed_once_by_id_over_pages_of_any_size()
    {
        var store = await NewStoreAsync();
        foreach (var number in Enumerable.Range(1, 23))
        {
            await store.TrySaveAsync(Some.Subscription(number), Cancellation);
        }

        foreach (var take in new[] { 1, 5, 23, 100 })
        {
            var ids = new List<string>();
            string? cursor = null;
            do
            {
                var page = await store.ListAsync(take, cursor, Cancellation);
                Assert.True(page.Items.Count <= take);
                ids.AddRange(page.Items.Select(item => item.Id));
                cursor = page.Next;
            }
            while (cursor is not null);

            Assert.Equal(Enumerable.Range(1, 23).Select(number => Some.Subscription(number).Id).Order(StringComparer.Ordinal), ids);
        }

        var some = Enumerable.Range(3, 9).Select(number => Some.Subscription(number).Id).ToList();
        Assert.Equal(some.Order(), (await store.GetAsync([.. some, some[0], "absent"], Cancellation)).Select(item => item.Id).Order());
    }

    [Theory]
    [InlineData("garbled!")]
    [InlineData("Zm9v")]
    [InlineData("AAAA")]
    public async Task A_cursor_that_no_listing_gave_is_refused(string cursor)
    {
        var store = await NewStoreAsync();

        await Assert.ThrowsAsync<InvalidCursorException>(() => store.ListAsync(10, cursor, Cancellation));
    }

    public sealed class InMemory : SubscriptionStoreContract
    {
        protected override Task<ISubscriptionStore> NewStoreAsync() => Task.FromResult<ISubscriptionStore>(new MemorySubscriptionStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : SubscriptionStoreContract
    {
        protected override Task<ISubscriptionStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
