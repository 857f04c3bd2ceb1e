using Alerts.Core.Stories;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class StoryStoreContract : StoreContract<IStoryStore>
{
    [Fact]
    public async Task A_story_of_two_hundred_articles_comes_back_as_it_was_saved()
    {
        var store = await NewStoreAsync();
        var articles = Enumerable.Range(1, Story.MaxListedArticles).Select(number => new StoryArticle(
            Some.Article(number).Id, $"{new string('제', 100)} {number}", Some.Article(number).Url, "publisher", Core.Sources.SourceTier.Trade, "ko", Some.Now, Some.Now, "same title"));

        var saved = await store.TrySaveAsync(Some.Story() with { Articles = [.. articles], ArticleCount = 200 }, Cancellation);

        Assert.Equivalent(saved, await store.GetAsync(saved!.Id, Cancellation), strict: true);
        Assert.Null(await store.GetAsync("absent", Cancellation));
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told_to_read_again()
    {
        var store = await NewStoreAsync();
        var first = (await store.TrySaveAsync(Some.Story(), Cancellation))!;

        Assert.Null(await store.TrySaveAsync(Some.Story(), Cancellation));
        var second = await store.TrySaveAsync(first with { ArticleCount = 2 }, Cancellation);
        Assert.NotNull(await store.TrySaveAsync(second! with { ArticleCount = 3 }, Cancellation));
        Assert.Null(await store.TrySaveAsync(first with { ArticleCount = 9 }, Cancellation));
        Assert.Equal(3, Assert.Single(await store.GetAsync([first.Id, "absent"], Cancellation)).ArticleCount);
    }

    [Fact]
    public async Task Stories_are_listed_newest_first_by_topic_and_time_over_pages_and_months()
    {
        var store = await NewStoreAsync();
        for (var number = 1; number <= 9; number++)
        {
            await store.TrySaveAsync(Some.Story(number, Some.Now.AddDays(number * 10), number % 3 == 0 ? ["exchange-hack", "dprk-crypto"] : ["dprk-crypto"]), Cancellation);
        }

        Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1], await ListAsync(store, null, null));
        Assert.Equal([9, 6, 3], await ListAsync(store, "exchange-hack", null));
        Assert.Equal([9, 8, 7], await ListAsync(store, "dprk-crypto", Some.Now.AddDays(70)));
        Assert.Empty(await ListAsync(store, "other", null));
    }

    [Fact]
    public async Task A_story_whose_topics_or_first_sighting_change_is_listed_once_where_it_belongs_now()
    {
        var store = await NewStoreAsync();
        var first = (await store.TrySaveAsync(Some.Story(1, Some.Now.AddDays(1)), Cancellation))!;
        await store.TrySaveAsync(Some.Story(2, Some.Now), Cancellation);
        await store.TrySaveAsync(first with { FirstSeenAt = Some.Now.AddDays(-1), Topics = ["exchange-hack"] }, Cancellation);

        Assert.Equal([2, 1], await ListAsync(store, null, null));
        Assert.Equal([1], await ListAsync(store, "exchange-hack", null));
        Assert.Equal([2], await ListAsync(store, "dprk-crypto", null));
    }

    [Fact]
    public async Task Stories_are_found_by_any_key_and_each_key_that_was_asked_is_answered()
    {
        var store = await NewStoreAsync();
        var day = DateOnly.FromDateTime(Some.Now.UtcDateTime);
        await store.AddKeysAsync("s1", ["title/#?\\ 제목", "url"], Some.Now, Cancellation);
        await store.AddKeysAsync("s2", ["url", "url"], Some.Now.AddDays(1), Cancellation);
        await store.AddKeysAsync("s1", ["url"], Some.Now, Cancellation);
        await store.AddKeysAsync("s3", ["url"], Some.Now.AddDays(-30), Cancellation);

        var found = await store.FindByKeysAsync([Around("title/#?\\ 제목"), Around("url"), Around("none"), Around("url")], Cancellation);

        Assert.Equal([new KeyedStory("s1", day)], found["title/#?\\ 제목"]);
        Assert.Equal([new KeyedStory("s2", day.AddDays(1)), new KeyedStory("s1", day)], found["url"]);
        Assert.Empty(found["none"]);
        Assert.Equal(3, found.Count);
    }

    [Fact]
    public async Task One_of_many_claims_the_key()
    {
        var store = await NewStoreAsync();
        Assert.Null(await store.FindClaimAsync("fact", Cancellation));

        var holders = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => store.ClaimKeyAsync("fact", $"s{number}", Cancellation)));

        Assert.Single(holders.Distinct());
        Assert.Equal(holders[0], await store.ClaimKeyAsync("fact", "late", Cancellation));
        Assert.Equal(holders[0], await store.FindClaimAsync("fact", Cancellation));
        await store.ReassignKeyAsync("fact", "decided", Cancellation);
        Assert.Equal("decided", await store.ClaimKeyAsync("fact", "late", Cancellation));
    }

    [Fact]
    public async Task Of_a_key_that_many_stories_are_under_the_newest_are_found()
    {
        var store = await NewStoreAsync();
        for (var day = 0; day < StoryKeyRange.MaxFound + 5; day++)
        {
            await store.AddKeysAsync($"s{day}", ["busy"], Some.Now.AddDays(day), Cancellation);
        }

        var found = (await store.FindByKeysAsync([new StoryKeyRange("busy", Some.Now, DateTimeOffset.MaxValue)], Cancellation))["busy"];

        Assert.Equal((StoryKeyRange.MaxFound, $"s{StoryKeyRange.MaxFound + 4}"), (found.Count, found[0].StoryId));
    }

    private static StoryKeyRange Around(string key) => new(key, Some.Now.AddDays(-3), Some.Now.AddDays(3));

    private static async Task<IEnumerable<int>> ListAsync(IStoryStore store, string? topic, DateTimeOffset? since)
    {
        var numbers = new List<int>();
        string? cursor = null;
        do
        {
            var page = await store.ListAsync(topic, since, 2, cursor, Cancellation);
            Assert.True(page.Items.Count <= 2);
            numbers.AddRange(page.Items.Select(story => int.Parse(story.Title["Story ".Length..], System.Globalization.CultureInfo.InvariantCulture)));
            cursor = page.Next;
        }
        while (cursor is not null);

        return numbers;
    }

    public sealed class InMemory : StoryStoreContract
    {
        protected override Task<IStoryStore> NewStoreAsync() => Task.FromResult<IStoryStore>(new MemoryStoryStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : StoryStoreContract
    {
        protected override Task<IStoryStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
