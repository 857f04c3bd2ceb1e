using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class DeliveryStoreContract : StoreContract<IDeliveryStore>
{
    [Fact]
    public async Task Deliveries_come_back_with_the_version_that_they_were_added_with()
    {
        var store = await NewStoreAsync();
        List<Delivery> deliveries = [.. Enumerable.Range(1, 20).Select(number => Some.Delivery(number))];

        var added = await store.AddIfAbsentAsync(deliveries, Cancellation);

        Assert.Equal(deliveries.Select(delivery => delivery.Id), added.Select(delivery => delivery.Id));
        Assert.All(added, delivery => Assert.NotNull(delivery.Version));
        var stored = (await store.GetAsync([.. deliveries.Select(delivery => delivery.Id), new DeliveryId("no", "ne")], Cancellation)).ToDictionary(delivery => delivery.Id);
        Assert.All(added, delivery => Assert.Equivalent(delivery, stored[delivery.Id], strict: true));
        Assert.Empty(await store.AddIfAbsentAsync([], Cancellation));
    }

    [Fact]
    public async Task Adding_again_finds_what_became_of_the_first()
    {
        var store = await NewStoreAsync();
        var first = (await store.AddIfAbsentAsync([Some.Delivery()], Cancellation))[0];
        await store.TryReplaceAsync([first with { State = DeliveryState.Sent, SentAt = Some.Now }], Cancellation);

        var again = await store.AddIfAbsentAsync([Some.Delivery(2), Some.Delivery() with { CreatedAt = Some.Now.AddHours(1) }], Cancellation);

        Assert.Equal([DeliveryState.Due, DeliveryState.Sent], again.Select(delivery => delivery.State));
        Assert.Equal([Some.Delivery(2).Id, first.Id], (await store.ListAsync(null, null, 10, null, Cancellation)).Items.Select(delivery => delivery.Id).OrderBy(id => id != Some.Delivery(2).Id));
        Assert.Equal([Some.Delivery(2).Id], (await store.ListOverdueAsync(Some.Now.AddDays(9), 10, null, Cancellation)).Items.Select(delivery => delivery.Id));
    }

    [Fact]
    public async Task Only_those_still_at_their_version_are_replaced()
    {
        var store = await NewStoreAsync();
        var added = await store.AddIfAbsentAsync([.. Enumerable.Range(1, 10).Select(number => Some.Delivery(number))], Cancellation);
        Assert.All(await store.TryReplaceAsync([added[2] with { Owner = "other" }, added[7] with { Owner = "other" }], Cancellation), Assert.NotNull);

        var claimed = await store.TryReplaceAsync([.. added.Select(delivery => delivery with { State = DeliveryState.Sending, Owner = "me" })], Cancellation);

        Assert.Equal(added.Select((_, i) => i is not (2 or 7)), claimed.Select(delivery => delivery is not null));
        var again = await store.TryReplaceAsync([.. claimed.OfType<Delivery>().Select(delivery => delivery with { State = DeliveryState.Sent })], Cancellation);
        Assert.All(again, Assert.NotNull);
        Assert.Equal("other", Assert.Single(await store.GetAsync([added[2].Id], Cancellation)).Owner);
    }

    [Fact]
    public async Task Overdue_is_what_is_due_or_claimed_no_longer_and_not_final()
    {
        var store = await NewStoreAsync();
        var added = await store.AddIfAbsentAsync([.. Enumerable.Range(1, 6).Select(number => Some.Delivery(number))], Cancellation);
        await store.TryReplaceAsync(
            [
                added[0] with { State = DeliveryState.Sent },
                added[1] with { State = DeliveryState.Sending, ClaimedUntil = Some.Now.AddMinutes(1) },
                added[2] with { State = DeliveryState.Sending, ClaimedUntil = Some.Now.AddMinutes(20) },
                added[3] with { State = DeliveryState.Due, NextAttemptAt = Some.Now.AddMinutes(30) },
                added[4] with { State = DeliveryState.GivenUp },
            ],
            Cancellation);

        Assert.Equal(NumbersOf([1, 5]), await OverdueAsync(store, Some.Now.AddMinutes(10)));
        Assert.Equal(NumbersOf([1, 2, 3, 5]), await OverdueAsync(store, Some.Now.AddMinutes(40)));
        Assert.Empty(await OverdueAsync(store, Some.Now));

        IEnumerable<string> NumbersOf(int[] indices) => indices.Select(i => added[i].Id.ToString()).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_delivery_that_is_tried_again_after_it_was_final_is_overdue_again()
    {
        var store = await NewStoreAsync();
        var added = (await store.AddIfAbsentAsync([Some.Delivery()], Cancellation))[0];
        var givenUp = (await store.TryReplaceAsync([added with { State = DeliveryState.GivenUp }], Cancellation))[0]!;
        await store.TryReplaceAsync([givenUp with { State = DeliveryState.Due }], Cancellation);

        Assert.Single(await OverdueAsync(store, Some.Now.AddMinutes(1)));
    }

    [Fact]
    public async Task All_are_listed_newest_first_over_pages_of_any_size()
    {
        var store = await NewStoreAsync();
        for (var batch = 1; batch <= 3; batch++)
        {
            var at = Some.Now.AddDays(20 * batch);
            await store.AddIfAbsentAsync([.. Enumerable.Range(1, 7).Select(number => Some.Delivery(number, batch) with { CreatedAt = at })], Cancellation);
        }

        foreach (var take in new[] { 1, 4, 7, 50 })
        {
            var listed = await AllAsync(cursor => store.ListAsync(null, null, take, cursor, Cancellation), take);

            Assert.Equal(21, listed.Select(delivery => delivery.Id).Distinct().Count());
            Assert.Equal(listed.OrderByDescending(delivery => delivery.CreatedAt).Select(delivery => delivery.CreatedAt), listed.Select(delivery => delivery.CreatedAt));
        }
    }

    [Fact]
    public async Task Those_of_a_content_are_counted_up_to_a_limit()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync([.. Enumerable.Range(1, 12).Select(number => Some.Delivery(number)), .. Enumerable.Range(1, 3).Select(number => Some.Delivery(number, alert: 2))], Cancellation);

        Assert.Equal(12, await store.CountAsync(Some.Delivery().Id.ContentId, 100, Cancellation));
        Assert.Equal(3, await store.CountAsync(Some.Delivery(1, alert: 2).Id.ContentId, 100, Cancellation));
        Assert.Equal(5, await store.CountAsync(Some.Delivery().Id.ContentId, 5, Cancellation));
        Assert.Equal(0, await store.CountAsync("none", 5, Cancellation));
    }

    [Fact]
    public async Task Those_of_a_subscription_and_of_a_state_are_listed_newest_first()
    {
        var store = await NewStoreAsync();
        var added = new List<Delivery>();
        for (var alert = 1; alert <= 5; alert++)
        {
            added.AddRange(await store.AddIfAbsentAsync([Some.Delivery(1, alert) with { CreatedAt = Some.Now.AddHours(alert) }, Some.Delivery(2, alert)], Cancellation));
        }

        await store.TryReplaceAsync([added[0] with { State = DeliveryState.Refused }, added[4] with { State = DeliveryState.Refused }, added[5] with { State = DeliveryState.Refused }], Cancellation);
        var subscription = Some.Subscription(1).Id;

        var ofOne = await AllAsync(cursor => store.ListAsync(subscription, null, 2, cursor, Cancellation), 2);
        Assert.Equal([5, 4, 3, 2, 1], ofOne.Select(delivery => (delivery.CreatedAt - Some.Now).Hours));
        var refusedOfOne = await AllAsync(cursor => store.ListAsync(subscription, DeliveryState.Refused, 2, cursor, Cancellation), 2);
        Assert.Equal([3, 1], refusedOfOne.Select(delivery => (delivery.CreatedAt - Some.Now).Hours));
        Assert.Equal(3, (await AllAsync(cursor => store.ListAsync(null, DeliveryState.Refused, 1, cursor, Cancellation), 1)).Count);
        Assert.Empty((await store.ListAsync("absent", null, 2, null, Cancellation)).Items);
    }

    private static async Task<IEnumerable<string>> OverdueAsync(IDeliveryStore store, DateTimeOffset before)
    {
        var overdue = await AllAsync(cursor => store.ListOverdueAsync(before, 2, cursor, Cancellation), 2);
        return overdue.Select(delivery => delivery.Id.ToString()).Distinct().Order(StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<Delivery>> AllAsync(Func<string?, Task<Page<Delivery>>> list, int take)
    {
        var items = new List<Delivery>();
        string? cursor = null;
        do
        {
            var page = await list(cursor);
            Assert.True(page.Items.Count <= take);
            items.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        return items;
    }

    [Fact]
    public async Task Erasing_a_subscription_takes_its_deliveries_out_of_every_listing_and_leaves_the_others()
    {
        var store = await NewStoreAsync();
        for (var alert = 1; alert <= 3; alert++)
        {
            await store.AddIfAbsentAsync([Some.Delivery(1, alert), Some.Delivery(2, alert)], Cancellation);
        }

        await store.EraseAsync(Some.Subscription(1).Id, Cancellation);

        Assert.Empty((await store.ListAsync(Some.Subscription(1).Id, null, 10, null, Cancellation)).Items);
        Assert.Empty(await store.GetAsync([Some.Delivery(1, 2).Id], Cancellation));
        Assert.All((await store.ListOverdueAsync(Some.Now.AddDays(1), 10, null, Cancellation)).Items, delivery => Assert.Equal(Some.Subscription(2).Id, delivery.Id.SubscriptionId));
        Assert.Equal(3, (await store.ListAsync(null, null, 10, null, Cancellation)).Items.Count(delivery => delivery.Id.SubscriptionId == Some.Subscription(2).Id));
        Assert.Equal(3, (await store.ListAsync(null, null, 10, null, Cancellation)).Items.Count);
    }

    public sealed class InMemory : DeliveryStoreContract
    {
        protected override Task<IDeliveryStore> NewStoreAsync() => Task.FromResult<IDeliveryStore>(new MemoryDeliveryStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : DeliveryStoreContract
    {
        protected override Task<IDeliveryStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
