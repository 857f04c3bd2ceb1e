using Alerts.Core.Alerting;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class AlertStoreContract : StoreContract<IAlertStore>
{
    [Fact]
    public async Task An_alert_comes_back_as_it_was_added_however_large_its_hits()
    {
        var store = await NewStoreAsync();
        var hit = Some.Hit() with { Explanation = Some.Explanation(new string('가', 20_000)) };
        var alert = Some.Alert() with { Hits = [.. Enumerable.Repeat(hit, Alert.MaxHits)], Changes = [new FactChange("amount", null, "$1.46 billion")] };

        await store.AddIfAbsentAsync(alert, Cancellation);

        Assert.Equivalent(alert, Assert.Single(await store.GetAsync([alert.Id, "absent"], Cancellation)), strict: true);
    }

    [Fact]
    public async Task The_first_of_two_alerts_of_an_id_stays()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync(Some.Alert(), Cancellation);

        Assert.Equal(Some.Now, (await store.AddIfAbsentAsync(Some.Alert() with { CreatedAt = Some.Now.AddHours(1) }, Cancellation)).CreatedAt);
    }

    [Fact]
    public async Task What_is_held_is_listed_oldest_first_and_holding_again_changes_nothing()
    {
        var store = await NewStoreAsync();
        await store.HoldAsync([Held("aa1", 3), Held("aa1", 1), Held("bb1", 2), Held("aa1", 2)], Cancellation);
        await store.HoldAsync([Held("aa1", 1) with { HeldAt = Some.Now.AddDays(1) }], Cancellation);

        Assert.Equal([Held("aa1", 1), Held("aa1", 2)], await store.ListHeldAsync("aa1", 2, Cancellation));
        Assert.Equal(3, (await store.ListHeldAsync("aa1", 10, Cancellation)).Count);
        Assert.Empty(await store.ListHeldAsync("aa", 10, Cancellation));
    }

    [Fact]
    public async Task Holders_are_listed_by_id_as_long_as_anything_is_held_for_them()
    {
        var store = await NewStoreAsync();
        await store.HoldAsync([Held("cc1", 1), Held("aa1", 1), Held("bb1", 1), Held("aa1", 2)], Cancellation);

        var first = await store.ListHoldersAsync(2, null, Cancellation);
        Assert.Equal(["aa1", "bb1"], first.Items.Select(holder => holder.SubscriptionId));
        Assert.Equal(["cc1"], (await store.ListHoldersAsync(2, first.Next, Cancellation)).Items.Select(holder => holder.SubscriptionId));

        await store.ReleaseAsync([Held("aa1", 1), Held("bb1", 1)], Cancellation);
        await store.ReleaseAsync([Held("bb1", 1)], Cancellation);
        Assert.Equal(["aa1", "cc1"], (await store.ListHoldersAsync(10, null, Cancellation)).Items.Select(holder => holder.SubscriptionId));

        await store.HoldAsync([Held("bb1", 7)], Cancellation);
        Assert.Equal(["aa1", "bb1", "cc1"], (await store.ListHoldersAsync(10, null, Cancellation)).Items.Select(holder => holder.SubscriptionId));
    }

    [Fact]
    public async Task What_is_noted_of_a_holder_outlasts_what_is_held_on_time_and_not_what_is_held_late()
    {
        var store = await NewStoreAsync();
        var now = TimeProvider.System.GetUtcNow();
        await store.HoldAsync([new("aa1", "a1", now.AddMinutes(-1), "cadence"), new("bb1", "a1", now.AddMinutes(-1), "cadence")], Cancellation);
        var unnoted = await HoldersAsync();
        Assert.All(unnoted, holder => Assert.Null(holder.Since));

        // Of one of them something is held while somebody looks.
        await store.HoldAsync([new("bb1", "a2", now, "cadence")], Cancellation);
        foreach (var holder in unnoted) await store.NoteAsync(holder, now.AddMinutes(-15), Cancellation);
        Assert.Equal([true, false], (await HoldersAsync()).Select(holder => holder.Since is not null));

        foreach (var holder in await HoldersAsync()) await store.NoteAsync(holder, now.AddMinutes(-15), Cancellation);
        await store.HoldAsync([new("aa1", "a3", now, "cadence"), new("bb1", "a0", now.AddHours(-5), "cadence")], Cancellation);
        var held = await HoldersAsync();
        Assert.InRange(held[0].Since!.Value - now.AddMinutes(-15), TimeSpan.FromMilliseconds(-1), TimeSpan.FromMilliseconds(1));
        Assert.Null(held[1].Since);

        async Task<IReadOnlyList<AlertHolder>> HoldersAsync() => (await store.ListHoldersAsync(10, null, Cancellation)).Items;
    }

    private static HeldAlert Held(string subscription, int alert) => new(subscription, $"a1e7{alert}", Some.Now.AddMinutes(alert), "cadence");

    public sealed class InMemory : AlertStoreContract
    {
        protected override Task<IAlertStore> NewStoreAsync() => Task.FromResult<IAlertStore>(new MemoryAlertStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : AlertStoreContract
    {
        protected override Task<IAlertStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
