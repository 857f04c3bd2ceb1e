using Alerts.Core.Articles;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;
using Alerts.Tests.Fakes;
using Alerts.Tests.Pipeline;

namespace Alerts.Tests.Operations;

public sealed class RetentionTests
{
    private const string Theft = "North Korean hackers stole $1.5 billion in ether from the exchange Bybit, FBI says";
    private const string Price = "Bitcoin rises above resistance as traders await the jobs report";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestPipeline pipeline = new();

    [Fact]
    public async Task What_matched_nothing_goes_first_hits_later_and_evidence_of_alerts_last()
    {
        await pipeline.AddFeedAsync("one", ("theft", Theft), ("price", Price));
        await pipeline.RunAsync();
        await UntellAsync();

        await AfterAsync(days: 170);
        Assert.Equal((0, 2, 2), await CountAsync());
        await AfterAsync(days: 15);
        Assert.Equal((1, 1, 2), await CountAsync());
        await AfterAsync(days: 530);
        Assert.Equal((1, 1, 2), await CountAsync());
        await AfterAsync(days: 20);
        Assert.Equal((2, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task Of_a_story_that_was_alerted_hits_and_articles_are_kept_longer()
    {
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();

        await AfterAsync(days: 740);
        Assert.Equal((0, 1, 2), await CountAsync());
        await AfterAsync(days: 3_000);
        Assert.Equal((1, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task What_was_purged_is_neither_read_nor_alerted_again_whoever_lists_it_and_however()
    {
        await pipeline.Subscriptions.TrySaveAsync(Some.Subscription() with { QuietHours = null, Topics = ["dprk-crypto", "exchange-hack"] }, None);
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();
        Assert.Single(pipeline.Mail.Accepted);
        await AfterAsync(days: 3_700);

        // Another feed lists it with today's date, then its own feed changes its title.
        await pipeline.AddFeedAsync("two", ("theft", Theft));
        await pipeline.RunAsync();
        await pipeline.AddFeedAsync("one", ("theft", Theft + ", updated"));
        pipeline.Time.Advance(TimeSpan.FromDays(1));
        await pipeline.RunAsync();

        Assert.Equal((1, 0, 0), await CountAsync());
        Assert.Single(pipeline.Mail.Accepted);
        Assert.Equal("", Assert.Single(await pipeline.Articles.GetAsync([ArticleId.Of("https://press.example/theft")], None)).Text);
    }

    [Fact]
    public async Task A_walk_longer_than_a_tick_goes_on_where_it_stopped()
    {
        await pipeline.Articles.AddIfAbsentAsync([.. Enumerable.Range(1, 45_000).Select(number => Some.Article(number) with { FirstSeenAt = Some.Now, ReadAt = Some.Now })], None);
        pipeline.Time.Advance(TimeSpan.FromDays(200));

        var left = new List<int>();
        for (var tick = 0; tick < 3; tick++)
        {
            await pipeline.TickAsync(TimerNames.PurgeOld);
            left.Add((await CountAsync()).Articles);
        }

        Assert.Equal([25_000, 5_000, 0], left);
    }

    [Theory]
    [InlineData(180, 90, 3_650)]
    [InlineData(180, 730, 700)]
    public void Evidence_cannot_be_kept_for_less_than_what_matched_nothing(int articles, int hits, int alerted) => Assert.Single(
        new RetentionOptions { ArticleDays = articles, HitDays = hits, AlertedDays = alerted }.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(new object())));

    /// <summary>As if the story had been found too old to alert.</summary>
    private async Task UntellAsync()
    {
        foreach (var story in (await pipeline.Stories.ListAsync(null, null, 10, null, None)).Items)
        {
            await pipeline.Stories.TrySaveAsync(story with { Announced = null }, None);
        }
    }

    private async Task AfterAsync(int days)
    {
        pipeline.Time.Advance(TimeSpan.FromDays(days));
        await pipeline.TickAsync(TimerNames.PurgeOld);
    }

    private async Task<(int Tombstones, int Articles, int Hits)> CountAsync()
    {
        var known = await pipeline.Articles.GetAsync(pipeline.Articles.Ids, None);
        return (known.Count(article => article.PurgedAt is not null), known.Count(article => article.PurgedAt is null), (await pipeline.Hits.ListAsync(new HitQuery(Take: 500), None)).Items.Count);
    }
}
