using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Stories;

public sealed class StoryEditorTests
{
    private static readonly ArticleMatcher Matcher = ArticleMatcher.BuiltIn();

    private readonly MemoryStoryStore store = new();
    private readonly StoryJoiner joiner;
    private readonly StoryEditor editor;

    public StoryEditorTests()
    {
        joiner = new StoryJoiner(store);
        editor = new StoryEditor(store);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_merged_story_forwards_its_repeats_and_what_would_join_it_and_nobody_is_told_again()
    {
        var phemex = await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex");
        var other = await JoinAsync("two", "Hackers stole $45 million from the crypto exchange BingX");
        await AnnounceAsync(other.Story.Id);

        var done = Assert.IsType<StoryEdit.Done>(await editor.MergeAsync(other.Story.Id, phemex.Story.Id, Stop));
        var repeated = await JoinAsync("two", "Hackers stole $45 million from the crypto exchange BingX");
        var next = await JoinAsync("three", "Crypto exchange BingX loses $45 million in hack");

        Assert.Equal(2, done.Story.ArticleCount);
        Assert.Equal((phemex.Story.Id, 2), (repeated.Story.Id, repeated.Story.ArticleCount));
        Assert.Equal((phemex.Story.Id, 3), (next.Story.Id, next.Story.ArticleCount));
        Assert.IsType<AnnouncementDecision.Nothing>(AnnouncementRules.Decide(done.Story));
        Assert.IsType<AnnouncementDecision.Nothing>(AnnouncementRules.Decide((await store.GetAsync(other.Story.Id, Stop))!));
        Assert.IsType<StoryEdit.Done>(await editor.MergeAsync(other.Story.Id, phemex.Story.Id, Stop));
    }

    [Fact]
    public async Task What_is_split_from_an_old_theft_told_again_and_merged_back_makes_it_no_new_event()
    {
        var first = await JoinAsync("one", "Hackers stole $530 million in crypto from the exchange Coincheck");
        await JoinAsync("two", "How hackers stole $530 million in crypto from the exchange Coincheck");

        var apart = Assert.IsType<StoryEdit.Done>(await editor.SplitAsync(first.Story.Id, "two", null, Stop)).Story;
        var merged = Assert.IsType<StoryEdit.Done>(await editor.MergeAsync(apart.Id, first.Story.Id, Stop)).Story;

        Assert.Equal((true, true), (apart.IsRetold, merged.IsRetold));
        Assert.Equal(first.Story.Severity, merged.Severity);
    }

    [Fact]
    public async Task An_article_that_was_taken_out_stays_out()
    {
        var first = await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex");
        await JoinAsync("two", "Crypto exchange Phemex hacked, $70 million gone");
        await AnnounceAsync(first.Story.Id);

        var apart = Assert.IsType<StoryEdit.Done>(await editor.SplitAsync(first.Story.Id, "two", null, Stop)).Story;
        var repeated = await JoinAsync("two", "Crypto exchange Phemex hacked, $70 million gone");
        var replayed = await JoinAsync("two", "Crypto exchange Phemex hacked, $70 million gone", first.Story.Id);

        Assert.Equal((apart.Id, 1), (repeated.Story.Id, repeated.Story.ArticleCount));
        Assert.Equal(apart.Id, replayed.Story.Id);
        Assert.Equal(["one"], (await store.GetAsync(first.Story.Id, Stop))!.Articles.Select(article => article.Id));
        Assert.IsType<AnnouncementDecision.Nothing>(AnnouncementRules.Decide(apart));
    }

    [Fact]
    public async Task The_next_article_on_what_was_split_off_follows_it()
    {
        var phemex = (await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex")).Story.Id;
        var other = (await JoinAsync("two", "Hackers stole $45 million from the crypto exchange BingX")).Story.Id;
        await editor.MergeAsync(other, phemex, Stop);

        var apart = Assert.IsType<StoryEdit.Done>(await editor.SplitAsync(phemex, "two", null, Stop)).Story;
        var next = (await JoinAsync("three", "Crypto exchange BingX loses $45 million in a hack")).Story;
        var left = (await store.GetAsync(phemex, Stop))!;

        Assert.Equal(apart.Id, next.Id);
        Assert.Equal("BingX", apart.MainVictim);
        Assert.DoesNotContain("BingX", left.Marks.Victims);
        Assert.Equal([70_000_000m], left.Marks.Sums);
    }

    [Fact]
    public async Task An_article_that_comes_in_during_a_merge_is_in_the_story_that_goes_on()
    {
        var phemex = (await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex")).Story.Id;
        var other = (await JoinAsync("two", "Hackers stole $45 million from the crypto exchange BingX")).Story.Id;
        var interrupted = new StoryEditor(new Interrupted(store, other, () => JoinAsync("three", "Crypto exchange BingX loses $45 million in a hack")));

        var merged = Assert.IsType<StoryEdit.Done>(await interrupted.MergeAsync(other, phemex, Stop)).Story;

        Assert.Equal(["one", "three", "two"], merged.Articles.Select(article => article.Id).Order());
    }

    [Fact]
    public async Task Two_operators_who_merge_crosswise_end_in_one_story_with_all_articles()
    {
        var one = (await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex")).Story;
        var two = (await JoinAsync("two", "Hackers stole $45 million from the crypto exchange BingX")).Story;
        await store.TrySaveAsync(one with { MergedInto = two.Id }, Stop);
        await store.TrySaveAsync(two with { MergedInto = one.Id }, Stop);

        var lost = await JoinAsync("three", "Crypto exchange BingX loses $45 million in a hack");
        var merged = Assert.IsType<StoryEdit.Done>(await editor.MergeAsync(two.Id, one.Id, Stop)).Story;
        var next = await JoinAsync("four", "BingX hack: $45 million gone from the crypto exchange");

        Assert.Contains(lost.Story.Id, new[] { one.Id, two.Id });
        Assert.Equal(one.Id, merged.Id);
        Assert.Equal(["one", "three", "two"], merged.Articles.Select(article => article.Id).Order());
        Assert.Equal(one.Id, next.Story.Id);
    }

    [Fact]
    public async Task A_merge_that_was_cut_short_is_ended_where_its_target_has_gone_since()
    {
        var one = (await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex")).Story;
        var two = (await JoinAsync("two", "Hackers stole $45 million from the crypto exchange BingX")).Story;
        var three = (await JoinAsync("three", "Hackers stole $235 million from the crypto exchange WazirX")).Story;
        await store.TrySaveAsync(one with { MergedInto = two.Id }, Stop);
        await editor.MergeAsync(two.Id, three.Id, Stop);

        var merged = Assert.IsType<StoryEdit.Done>(await editor.MergeAsync(one.Id, two.Id, Stop)).Story;

        Assert.Equal(three.Id, merged.Id);
        Assert.Equal(["one", "three", "two"], merged.Articles.Select(article => article.Id).Order());
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_with_a_way_out()
    {
        var one = (await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex")).Story.Id;
        var two = (await JoinAsync("two", "Hackers stole $45 million from the crypto exchange BingX")).Story.Id;
        var three = (await JoinAsync("three", "Hackers stole $235 million from the crypto exchange WazirX")).Story.Id;
        await editor.MergeAsync(one, two, Stop);

        Assert.IsType<StoryEdit.Refused>(await editor.MergeAsync(one, one, Stop));
        Assert.Contains(two, Assert.IsType<StoryEdit.Refused>(await editor.MergeAsync(three, one, Stop)).Why, StringComparison.Ordinal);
        Assert.Equal("story", Assert.IsType<StoryEdit.NotFound>(await editor.MergeAsync("none", two, Stop)).What);
        Assert.Equal("article", Assert.IsType<StoryEdit.NotFound>(await editor.SplitAsync(two, "none", null, Stop)).What);
        Assert.IsType<StoryEdit.Refused>(await editor.SplitAsync(three, "three", null, Stop));
    }

    private async Task AnnounceAsync(string id)
    {
        var story = (await store.GetAsync(id, Stop))!;
        await store.TrySaveAsync(story with { Announced = new Announcement(1, "alert", Some.Now, story.Severity, story.Facts, Complete: true) }, Stop);
    }

    private async Task<StoryJoin> JoinAsync(string id, string title, string? storyId = null) => (await joiner.JoinAsync(
        [
            Matcher.Read(new Article
            {
                Id = id, Url = "https://press.example/" + id, Title = title, Language = "en", PublishedAt = Some.Now, FirstSeenAt = Some.Now, SourceId = "s", Publisher = "Press", StoryId = storyId,
            }),
        ],
        Stop))[0];

    /// <summary>Others write to a story between an editor's look at it and its save.</summary>
    private sealed class Interrupted(IStoryStore stories, string id, Func<Task> meanwhile) : IStoryStore
    {
        private bool isDone;

        public async Task<Story?> TrySaveAsync(Story story, CancellationToken cancellationToken)
        {
            if (story.Id == id && !isDone)
            {
                isDone = true;
                await meanwhile();
            }

            return await stories.TrySaveAsync(story, cancellationToken);
        }

        public Task<Story?> GetAsync(string id, CancellationToken cancellationToken) => stories.GetAsync(id, cancellationToken);

        public Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => stories.GetAsync(ids, cancellationToken);

        public Task<Page<Story>> ListAsync(string? topicId, DateTimeOffset? since, int take, string? cursor, CancellationToken cancellationToken) => stories.ListAsync(topicId, since, take, cursor, cancellationToken);

        public Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindByKeysAsync(IReadOnlyCollection<StoryKeyRange> keys, CancellationToken cancellationToken) => stories.FindByKeysAsync(keys, cancellationToken);

        public Task AddKeysAsync(string storyId, IReadOnlyCollection<string> keys, DateTimeOffset when, CancellationToken cancellationToken) => stories.AddKeysAsync(storyId, keys, when, cancellationToken);

        public Task<string> ClaimKeyAsync(string key, string storyId, CancellationToken cancellationToken) => stories.ClaimKeyAsync(key, storyId, cancellationToken);

        public Task ReassignKeyAsync(string key, string storyId, CancellationToken cancellationToken) => stories.ReassignKeyAsync(key, storyId, cancellationToken);
    }
}
