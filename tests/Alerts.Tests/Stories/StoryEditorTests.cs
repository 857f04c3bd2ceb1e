using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Matching;
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
        var interrupted = new StoryEditor(new Interposed(store) { OnSave = (other, () => JoinAsync("three", "Crypto exchange BingX loses $45 million in a hack")) });

        var merged = Assert.IsType<StoryEdit.Done>(await interrupted.MergeAsync(other, phemex, Stop)).Story;

        Assert.Equal(["one", "three", "two"], merged.Articles.Select(article => article.Id).Order());
    }

    [Fact]
    public async Task A_correction_that_comes_between_the_two_writes_of_a_split_goes_along()
    {
        var story = (await JoinAsync("one", "Hackers stole $70 million from the crypto exchange Phemex")).Story.Id;
        await JoinAsync("two", "Crypto exchange Phemex hacked, $70 million gone");
        var interrupted = new StoryEditor(new Interposed(store) { OnSave = (story, () => JoinAsync("two", "Crypto exchange Phemex hacked, $85 million gone", story, revision: 2)) });

        var apart = Assert.IsType<StoryEdit.Done>(await interrupted.SplitAsync(story, "two", null, Stop)).Story;

        Assert.Equal(85_000_000m, (await store.GetAsync(apart.Id, Stop))!.Facts.AmountUsd);
        Assert.Equal(70_000_000m, (await store.GetAsync(story, Stop))!.Facts.AmountUsdHigh);
    }

    [Fact]
    public async Task News_that_is_merged_into_a_look_back_makes_it_news()
    {
        var back = (await JoinAsync("one", "How hackers stole $530 million in crypto from the exchange Coincheck")).Story;
        var news = (await JoinAsync("two", "Hackers stole $45 million from the crypto exchange BingX")).Story;

        var merged = Assert.IsType<StoryEdit.Done>(await editor.MergeAsync(news.Id, back.Id, Stop)).Story;
        var next = await JoinAsync("three", "Crypto exchange BingX loses $45 million in hack");

        Assert.Equal((NewsKind.NewEvent, StoryPhase.Theft), (merged.Kind, merged.Phase));
        Assert.Equal(back.Id, next.Story.Id);
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

    private async Task<StoryJoin> JoinAsync(string id, string title, string? storyId = null, int revision = 1) => (await joiner.JoinAsync(
        [
            Matcher.Read(new Article
            {
                Id = id, Url = "https://press.example/" + id, Title = title, Language = "en", PublishedAt = Some.Now, FirstSeenAt = Some.Now, SourceId = "s", Publisher = "Press", StoryId = storyId, Revision = revision,
            }),
        ],
        Stop))[0];
}
