using Alerts.Core.Hits;
using Alerts.Core.Stories;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

/// <summary>Stories and hits of own topics: each owner's apart, and all of an owner's gone at once.</summary>
public abstract class OwnStoriesContract : StoreContract<OwnStoriesContract.Both>
{
    [Fact]
    public async Task Owners_have_stories_keys_and_claims_of_their_own()
    {
        var stories = (await NewStoreAsync()).Stories;
        var (mine, theirs) = (stories.Of("aa1"), stories.Of("aa12"));
        var first = (await mine.TrySaveAsync(Some.Story(), Cancellation))!;

        Assert.Equivalent(first, await mine.GetAsync(first.Id, Cancellation), strict: true);
        Assert.Null(await theirs.GetAsync(first.Id, Cancellation));
        Assert.Null(await mine.TrySaveAsync(Some.Story(), Cancellation));
        Assert.NotNull(await mine.TrySaveAsync(first with { ArticleCount = 2 }, Cancellation));
        Assert.Null(await mine.TrySaveAsync(first with { ArticleCount = 3 }, Cancellation));

        Assert.Equal("s1", await mine.ClaimKeyAsync("k", "s1", Cancellation));
        Assert.Equal("s1", await mine.ClaimKeyAsync("k", "s2", Cancellation));
        Assert.Equal("s2", await theirs.ClaimKeyAsync("k", "s2", Cancellation));
        await mine.AddKeysAsync("s3", ["k", "other"], Some.Now, Cancellation);
        var found = await mine.FindByKeysAsync([.. new[] { "k", "other", "none" }.Select(key => new StoryKeyRange(key, Some.Now.AddDays(-1), Some.Now))], Cancellation);
        Assert.Equal(["s3"], found["k"].Select(entry => entry.StoryId));
        Assert.Equal(["s3"], found["other"].Select(entry => entry.StoryId));
        Assert.Empty(found["none"]);
        Assert.Equal([first.Id], (await mine.ListAsync(null, null, 10, null, Cancellation)).Items.Select(story => story.Id));
    }

    [Fact]
    public async Task Hits_are_listed_newest_first_by_topic_and_oldest_first_by_story()
    {
        var hits = (await NewStoreAsync()).Hits;
        await hits.AddIfAbsentAsync("aa1", [.. Enumerable.Range(1, 5).Select(number => Some.Hit(number, number % 2 == 0 ? "own-b" : "own-a"))], Cancellation);
        await hits.AddIfAbsentAsync("aa1", [Some.Hit(2, "own-b") with { Title = "older again" }, Some.Hit(3, "own-a") with { Revision = 2, Title = "corrected" }], Cancellation);
        await hits.AddIfAbsentAsync("aa12", [Some.Hit(9, "own-a")], Cancellation);

        var page = await hits.ListAsync("aa1", null, 3, null, Cancellation);
        var rest = await hits.ListAsync("aa1", null, 3, page.Next, Cancellation);
        Assert.Equal([Some.Hit(5).Title, Some.Hit(4).Title, "corrected", Some.Hit(2).Title, Some.Hit(1).Title], page.Items.Concat(rest.Items).Select(hit => hit.Title));
        Assert.Null(rest.Next);
        Assert.Equal([Some.Hit(4).Title, Some.Hit(2).Title], (await hits.ListAsync("aa1", "own-b", 10, null, Cancellation)).Items.Select(hit => hit.Title));
        Assert.Equal([Some.Hit(1).Title, Some.Hit(2).Title], (await hits.ListByStoryAsync("aa1", Some.Hit().StoryId, 2, Cancellation)).Select(hit => hit.Title));
    }

    [Fact]
    public async Task Hits_are_found_by_their_articles()
    {
        var hits = (await NewStoreAsync()).Hits;
        await hits.AddIfAbsentAsync("aa1", [.. Enumerable.Range(1, 20).Select(number => Some.Hit(number, "own-a")), Some.Hit(3, "own-b")], Cancellation);
        await hits.AddIfAbsentAsync("aa12", [Some.Hit(4, "own-a")], Cancellation);

        var asked = Enumerable.Range(1, 9).Append(30).Select(number => (Some.Hit(number).Id.FirstSeenAt, Some.Hit(number).Id.ArticleId)).ToList();
        Assert.Equal(10, (await hits.ListByArticlesAsync("aa1", asked, Cancellation)).Count);
        Assert.Equal([Some.Hit(4).Id.ArticleId], (await hits.ListByArticlesAsync("aa12", asked, Cancellation)).Select(hit => hit.Id.ArticleId));
        Assert.Empty(await hits.ListByArticlesAsync("aa1", [], Cancellation));
    }

    [Fact]
    public async Task What_is_to_be_announced_is_listed_until_it_is_crossed_out()
    {
        var open = (await NewStoreAsync()).Open;
        await open.AddAsync([new OpenAnnouncement("aa1", "s1", "p1", Some.Now), new OpenAnnouncement("aa1", "s2", null, Some.Now), new OpenAnnouncement("aa12", "s1", null, Some.Now.AddHours(1))], Cancellation);
        await open.RemoveAsync("aa1", "s2", Cancellation);
        await open.RemoveAsync("aa1", "s9", Cancellation);

        Assert.Equal([new OpenAnnouncement("aa1", "s1", "p1", Some.Now)], (await open.ListAsync(Some.Now.AddMinutes(1), 10, null, Cancellation)).Items);
        await open.AddAsync([new OpenAnnouncement("aa1", "s1", "p1", Some.Now.AddHours(2))], Cancellation);
        Assert.Empty((await open.ListAsync(Some.Now.AddMinutes(1), 10, null, Cancellation)).Items);
        var first = await open.ListAsync(Some.Now.AddDays(1), 1, null, Cancellation);
        Assert.Equal(2, first.Items.Concat((await open.ListAsync(Some.Now.AddDays(1), 1, first.Next, Cancellation)).Items).Distinct().Count());
    }

    [Fact]
    public async Task Removing_an_owner_leaves_nothing_of_it_and_all_of_others()
    {
        var both = await NewStoreAsync();
        foreach (var owner in (string[])["aa1", "aa12"])
        {
            await both.Hits.AddIfAbsentAsync(owner, [.. Enumerable.Range(1, 130).Select(number => Some.Hit(number))], Cancellation);
            await both.Stories.Of(owner).TrySaveAsync(Some.Story(), Cancellation);
            await both.Stories.Of(owner).ClaimKeyAsync("k", "s1", Cancellation);
        }

        await both.Stories.RemoveAsync("aa1", Cancellation);

        Assert.Empty((await both.Hits.ListAsync("aa1", null, 10, null, Cancellation)).Items);
        Assert.Null(await both.Stories.Of("aa1").GetAsync(Some.Story().Id, Cancellation));
        Assert.Equal("s2", await both.Stories.Of("aa1").ClaimKeyAsync("k", "s2", Cancellation));
        Assert.Equal(10, (await both.Hits.ListAsync("aa12", null, 10, null, Cancellation)).Items.Count);
        Assert.NotNull(await both.Stories.Of("aa12").GetAsync(Some.Story().Id, Cancellation));
    }

    public sealed record Both(IOwnStories Stories, IOwnHitStore Hits, IOpenAnnouncements Open);

    public sealed class InMemory : OwnStoriesContract
    {
        protected override Task<Both> NewStoreAsync()
        {
            var store = new MemoryOwnStories();
            return Task.FromResult(new Both(store, store, new MemoryOpenAnnouncements()));
        }
    }

    public sealed class InTables(AzuriteFixture azurite) : OwnStoriesContract
    {
        protected override async Task<Both> NewStoreAsync()
        {
            var storage = await azurite.NewStorageAsync();
            Keep(storage);
            return new Both(storage.GetRequiredService<IOwnStories>(), storage.GetRequiredService<IOwnHitStore>(), storage.GetRequiredService<IOpenAnnouncements>());
        }
    }
}
