using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class HitStoreContract : StoreContract<IHitStore>
{
    [Fact]
    public async Task A_hit_comes_back_as_it_was_stored()
    {
        var store = await NewStoreAsync();

        Assert.Equal(1, await store.AddIfAbsentAsync([Some.Hit()], Cancellation));
        Assert.Equivalent(Some.Hit(), await store.GetAsync(Some.Hit().Id, Cancellation), strict: true);
        Assert.Null(await store.GetAsync(Some.Hit(2).Id, Cancellation));
    }

    [Fact]
    public async Task A_hit_is_stored_once_and_a_later_revision_takes_its_place_everywhere()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync([Some.Hit() with { Revision = 2 }], Cancellation);

        var again = new[] { Some.Hit() with { Revision = 1, Title = "older" }, Some.Hit(2), Some.Hit() with { Revision = 3, Title = "newer", StoryId = "0ther" } };
        Assert.Equal(1, await store.AddIfAbsentAsync(again, Cancellation));

        Assert.Equal("newer", (await store.GetAsync(Some.Hit().Id, Cancellation))!.Title);
        Assert.Equal(["newer"], (await store.ListByStoryAsync("0ther", 10, Cancellation)).Select(hit => hit.Title));
        Assert.Equal([Some.Hit(2).Title], (await store.ListByStoryAsync(Some.Hit().StoryId, 10, Cancellation)).Select(hit => hit.Title));
        Assert.Equal(["newer", Some.Hit(2).Title], (await store.ListAsync(new HitQuery(), Cancellation)).Items.Select(hit => hit.Title).Order().Reverse());
        Assert.Equal(0, await store.AddIfAbsentAsync(again, Cancellation));
    }

    [Fact]
    public async Task A_hit_goes_into_another_story_as_it_is_now_a_repeat_changes_nothing_and_none_is_made()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync([Some.Hit() with { Title = "newer" }, Some.Hit(2)], Cancellation);

        await store.MoveAsync([Some.Hit(), Some.Hit(3)], "0ther", Cancellation);
        await store.MoveAsync([(await store.GetAsync(Some.Hit().Id, Cancellation))!], "0ther", Cancellation);

        Assert.Equal(("0ther", "newer"), ((await store.GetAsync(Some.Hit().Id, Cancellation))!.StoryId, (await store.GetAsync(Some.Hit().Id, Cancellation))!.Title));
        Assert.Null(await store.GetAsync(Some.Hit(3).Id, Cancellation));
        Assert.Equal([Some.Hit().Id], (await store.ListByStoryAsync("0ther", 10, Cancellation)).Select(hit => hit.Id));
        Assert.Equal([Some.Hit(2).Id], (await store.ListByStoryAsync(Some.Hit().StoryId, 10, Cancellation)).Select(hit => hit.Id));
        Assert.Equal(["0ther", Some.Hit(2).StoryId], (await store.ListAsync(new HitQuery(), Cancellation)).Items.Select(hit => hit.StoryId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Hits_are_listed_newest_first_of_a_topic_or_of_all_over_pages_and_months()
    {
        var store = await NewStoreAsync();
        for (var number = 1; number <= 8; number++)
        {
            await store.AddIfAbsentAsync([HitOf(number)], Cancellation);
        }

        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1], await ListAsync(store, new HitQuery()));
        Assert.Equal([8, 6, 4, 2], await ListAsync(store, new HitQuery("exchange-hack")));
        Assert.Equal([7, 5, 3, 1], await ListAsync(store, new HitQuery("dprk/crypto?")));
        Assert.Equal([5, 4, 3], await ListAsync(store, new HitQuery(Since: Some.Now.AddDays(36), Until: Some.Now.AddDays(72))));
        Assert.Empty(await ListAsync(store, new HitQuery("exchange")));
    }

    [Fact]
    public async Task Hits_are_found_by_language_publisher_and_words()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync([HitOf(1) with { Language = "ko", Publisher = "o'hara" }, HitOf(2) with { Language = null }, HitOf(3) with { Lede = "라자루스 그룹" }], Cancellation);

        Assert.Equal([1], await ListAsync(store, new HitQuery(Language: "ko")));
        Assert.Equal([1], await ListAsync(store, new HitQuery(Publisher: "o'hara", Language: "ko")));
        Assert.Equal([3], await ListAsync(store, new HitQuery(Text: "라자루스 PART")));
        Assert.Equal([3, 2, 1], await ListAsync(store, new HitQuery(Text: "lazarus")));
        Assert.Empty(await ListAsync(store, new HitQuery(Text: "lazarus nothing")));
    }

    [Fact]
    public async Task Hits_are_found_by_who_is_named_and_by_severity()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync(
            [HitOf(1) with { Concepts = ["upbit"], Severity = Severity.High }, HitOf(2) with { Concepts = ["bybit", "andariel"], Severity = Severity.Low }, HitOf(3) with { Severity = Severity.Critical }],
            Cancellation);

        Assert.Equal([1], await ListAsync(store, new HitQuery(Concepts: new HashSet<string> { "upbit" })));
        Assert.Equal([2, 1], await ListAsync(store, new HitQuery(Concepts: new HashSet<string> { "upbit", "andariel" })));
        Assert.Equal([3, 1], await ListAsync(store, new HitQuery(MinimumSeverity: Severity.High)));
        Assert.Empty(await ListAsync(store, new HitQuery(MinimumSeverity: Severity.High, Concepts: new HashSet<string> { "bybit" })));
    }

    [Fact]
    public async Task The_hits_of_a_story_are_listed_oldest_first_up_to_a_number()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync([.. Enumerable.Range(1, 6).Reverse().Select(HitOf), HitOf(7) with { StoryId = "0ther" }], Cancellation);

        Assert.Equal([1, 2, 3, 4], (await store.ListByStoryAsync(HitOf(1).StoryId, 4, Cancellation)).Select(NumberOf));
    }

    [Fact]
    public async Task A_cursor_of_another_topic_is_refused()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync([.. Enumerable.Range(1, 5).Select(HitOf)], Cancellation);
        var next = (await store.ListAsync(new HitQuery(Take: 2), Cancellation)).Next;

        await Assert.ThrowsAsync<InvalidCursorException>(() => store.ListAsync(new HitQuery("exchange-hack", Cursor: next), Cancellation));
    }

    [Fact]
    public async Task A_removed_hit_is_gone_from_every_listing_and_removing_it_twice_is_harmless()
    {
        var store = await NewStoreAsync();
        List<Hit> hits = [.. Enumerable.Range(1, 6).Select(HitOf)];
        await store.AddIfAbsentAsync(hits, Cancellation);

        await store.RemoveAsync([hits[0], hits[3]], Cancellation);
        await store.RemoveAsync([hits[0], hits[3]], Cancellation);

        Assert.Equal([6, 5, 3, 2], await ListAsync(store, new HitQuery()));
        Assert.Equal([6, 2], await ListAsync(store, new HitQuery("exchange-hack")));
        Assert.Equal([2, 3, 5, 6], (await store.ListByStoryAsync(hits[0].StoryId, 10, Cancellation)).Select(NumberOf));
        Assert.Null(await store.GetAsync(hits[3].Id, Cancellation));
    }

    private static Hit HitOf(int number) => Some.Hit(number, number % 2 == 0 ? "exchange-hack" : "dprk/crypto?", Some.Now.AddDays(12 * number));

    private static int NumberOf(Hit hit) => int.Parse(hit.Title.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IEnumerable<int>> ListAsync(IHitStore store, HitQuery query)
    {
        var numbers = new List<int>();
        string? cursor = null;
        do
        {
            var page = await store.ListAsync(query with { Take = 2, Cursor = cursor }, Cancellation);
            Assert.True(page.Items.Count <= 2);
            numbers.AddRange(page.Items.Select(NumberOf));
            cursor = page.Next;
        }
        while (cursor is not null);

        return numbers;
    }

    public sealed class InMemory : HitStoreContract
    {
        protected override Task<IHitStore> NewStoreAsync() => Task.FromResult<IHitStore>(new MemoryHitStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : HitStoreContract
    {
        protected override Task<IHitStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
