using Alerts.Core.Articles;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Pipeline;

public sealed class FlowTests
{
    private const string OtherWords = "FBI: North Korea was behind the $1.5 billion theft from crypto exchange Bybit";
    private const string Theft = "North Korean hackers stole $1.5 billion in ether from the exchange Bybit, FBI says";
    private const string Price = "Bitcoin rises above resistance as traders await the jobs report";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestPipeline pipeline = new();

    [Fact]
    public async Task An_article_that_three_feeds_list_is_stored_and_alerted_once()
    {
        await SubscribeAsync(Some.Subscription());
        foreach (var feed in (string[])["one", "two", "three"])
        {
            await pipeline.AddFeedAsync(feed, ("theft", Theft), ("price", Price));
        }

        await pipeline.RunAsync();

        Assert.Equal(2, await CountArticlesAsync());
        Assert.Equal(["dprk-crypto", "exchange-hack"], (await HitsAsync()).Select(hit => hit.Id.TopicId).Order());
        Assert.Single(pipeline.Mail.Accepted);
    }

    [Fact]
    public async Task An_article_on_which_reading_fails_takes_no_other_with_it()
    {
        pipeline.Reader = new FailingMatcher("unreadable");
        pipeline.Restart();
        await SubscribeAsync(Some.Subscription());
        await pipeline.AddFeedAsync("one", [.. Enumerable.Range(1, 9).Select(n => ($"price-{n}", $"{Price}, part {n}")), ("bad", "An unreadable one"), ("theft", Theft)]);

        var failures = 0;
        for (var done = false; !done;)
        {
            try
            {
                await (failures == 0 ? pipeline.RunAsync() : pipeline.DrainAsync());
                done = true;
            }
            catch (FormatException)
            {
                failures++;
            }
        }

        Assert.Equal(1, failures);
        Assert.Equal(10, await CountArticlesAsync());
        Assert.Single(pipeline.Mail.Accepted);
    }

    [Fact]
    public async Task The_same_title_at_another_address_joins_the_story_and_alerts_nobody_again()
    {
        await SubscribeAsync(Some.Subscription());
        await pipeline.AddFeedAsync("one", ("a", Theft));
        await pipeline.RunAsync();

        pipeline.Time.Advance(TimeSpan.FromHours(5));
        await pipeline.AddFeedAsync("one", ("a", Theft), ("b", Theft.ToUpperInvariant()));
        await pipeline.RunAsync();

        Assert.Equal(4, (await HitsAsync()).Count);
        Assert.Single((await HitsAsync()).Select(hit => hit.StoryId).Distinct());
        Assert.Single(pipeline.Mail.Accepted);
    }

    [Fact]
    public async Task A_second_publisher_makes_it_critical_which_is_told_and_a_third_adds_nothing()
    {
        await SubscribeAsync(Some.Subscription());
        foreach (var (publisher, article, title) in new[] { ("one", "a", Theft), ("copy", "a2", Theft), ("two", "b", OtherWords), ("three", "c", Theft) })
        {
            await pipeline.AddFeedAsync(publisher, (article, title));
            await pipeline.RunAsync();
            Assert.Equal(publisher is "one" or "copy" ? 1 : 2, pipeline.Mail.Accepted.Count);
        }
    }

    [Fact]
    public async Task The_same_title_four_days_later_is_no_news()
    {
        await SubscribeAsync(Some.Subscription());
        await pipeline.AddFeedAsync("one", ("a", Theft));
        await pipeline.RunAsync();

        pipeline.Time.Advance(TimeSpan.FromDays(4));
        await pipeline.AddFeedAsync("two", ("b", Theft));
        await pipeline.RunAsync();

        Assert.Single(pipeline.Mail.Accepted);
        Assert.Single((await pipeline.Stories.ListAsync(null, null, 10, null, TestContext.Current.CancellationToken)).Items);
    }

    [Fact]
    public async Task What_a_follow_up_told_is_not_told_again_by_the_story_of_the_theft()
    {
        await SubscribeAsync(Some.Subscription() with { Topics = ["exchange-hack"] });
        await pipeline.AddFeedAsync("one", ("a", "Hackers stole $70 million from the crypto exchange BingX"));
        await pipeline.RunAsync();
        pipeline.Time.Advance(TimeSpan.FromDays(4));
        await pipeline.AddFeedAsync("one", ("b", "Police arrest two men over theft from crypto exchange BingX: $20 million of stolen funds recovered"));
        await pipeline.RunAsync();
        pipeline.Time.Advance(TimeSpan.FromDays(1));
        await pipeline.AddFeedAsync("one", ("c", "Hackers stole $70 million from the crypto exchange BingX: $20 million of stolen funds recovered"));
        await pipeline.RunAsync();

        var stories = (await pipeline.Stories.ListAsync(topicId: null, since: null, 10, cursor: null, None)).Items;
        Assert.Equal(2, stories.Count);
        Assert.All(stories, story => Assert.Contains(story.Facts.Funds, fact => fact.State == "recovered"));
        Assert.Equal(2, pipeline.Mail.Accepted.Count);
    }

    [Fact]
    public async Task A_story_that_turns_out_to_be_of_a_further_topic_is_told_to_those_who_follow_that_one_alone()
    {
        await SubscribeAsync(Some.Subscription(1) with { Topics = ["exchange-hack"] });
        await SubscribeAsync(Some.Subscription(2) with { Topics = ["dprk-crypto"] });
        await SubscribeAsync(Some.Subscription(3) with { Topics = ["dprk-crypto", "exchange-hack"] });
        await pipeline.AddFeedAsync("one", ("a", "Hackers stole $70 million from the crypto exchange BingX"));
        await pipeline.RunAsync();
        pipeline.Time.Advance(TimeSpan.FromHours(3));
        await pipeline.AddFeedAsync("one", ("b", "Hackers stole $70 million from the crypto exchange BingX, the theft looks like North Korea's Lazarus Group"));
        await pipeline.RunAsync();

        var story = Assert.Single((await pipeline.Stories.ListAsync(topicId: null, since: null, 10, cursor: null, None)).Items);
        Assert.Equal(["dprk-crypto", "exchange-hack"], story.Topics);
        Assert.Equal(
            new[] { 1, 2, 3 }.Select(number => Some.Subscription(number).Id).Order(StringComparer.Ordinal),
            pipeline.Mail.Accepted.Select(id => DeliveryId.TryParse(id)!.SubscriptionId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_feed_that_did_not_change_costs_one_conditional_request()
    {
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();
        pipeline.Time.Advance(TimeSpan.FromDays(1));

        await pipeline.TickAsync(TimerNames.PollSources);
        await pipeline.DrainAsync();

        Assert.Equal([false, true], pipeline.Web.Asked.Select(asked => asked.Conditional));
        Assert.Equal(1, await CountArticlesAsync());
    }

    [Fact]
    public async Task A_corrected_title_revises_the_article_instead_of_doubling_it()
    {
        await SubscribeAsync(Some.Subscription());
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();

        pipeline.Time.Advance(TimeSpan.FromDays(1));
        await pipeline.AddFeedAsync("one", ("theft", Theft + ", corrected"));
        await pipeline.RunAsync();

        var article = Assert.Single(await ArticlesAsync());
        // The second revision is the page's own text, which may still come.
        Assert.Equal((3, Theft + ", corrected"), (article.Revision, article.Title));
        Assert.All(await HitsAsync(), hit => Assert.Equal(3, hit.Revision));
        Assert.Single(pipeline.Mail.Accepted);
    }

    [Fact]
    public async Task A_correction_that_comes_while_its_article_is_read_is_not_lost()
    {
        pipeline.Reader = new InterruptedMatcher(Theft, () =>
        {
            var article = pipeline.Articles.GetAsync([.. pipeline.Articles.Ids], None).Result.Single();
            _ = pipeline.Articles.SaveAsync([article with { Title = Theft + ", corrected", Revision = 2 }], None).Result;
        });
        pipeline.Restart();
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();
        Assert.Empty(await ArticlesAsync());

        await pipeline.AddFeedAsync("one", ("theft", Theft + ", corrected"));
        pipeline.Time.Advance(TimeSpan.FromHours(1));
        await pipeline.RunAsync();

        var article = Assert.Single(await ArticlesAsync());
        Assert.Equal(Theft + ", corrected", article.Title);
        Assert.All(await HitsAsync(), hit => Assert.Equal((article.Revision, article.Title), (hit.Revision, hit.Title)));
    }

    [Fact]
    public async Task What_its_publisher_takes_back_leaves_the_story_and_its_incident()
    {
        await pipeline.AddFeedAsync("one", ("theft", "Hackers stole $45 million from the crypto exchange Ridgeway"));
        await pipeline.RunAsync();
        await pipeline.AddFeedAsync("two", ("theft2", "Crypto exchange Ridgeway hacked, $48 million gone"));
        await pipeline.RunAsync();
        pipeline.Time.Advance(TimeSpan.FromHours(2));
        await pipeline.AddFeedAsync("two", ("theft2", "Correction: a report on Ridgeway was wrong"));
        await pipeline.RunAsync();

        var story = Assert.Single((await pipeline.Stories.ListAsync(null, null, 10, null, TestContext.Current.CancellationToken)).Items);
        var incident = Assert.Single((await pipeline.Incidents.ListAsync(10, null, TestContext.Current.CancellationToken)).Items);

        Assert.Equal((false, true, 45_000_000m), (story.Confirmed, story.Articles[1].IsWithdrawn, story.Facts.AmountUsdHigh));
        Assert.Equal(45_000_000m, incident.Facts().AmountUsdHigh);
    }

    [Fact]
    public async Task A_page_that_comes_after_its_summary_completes_hit_story_and_incident()
    {
        pipeline.Web.Pages.Clear();
        pipeline.Web.Pages.Enqueue(new PageOutcome.Unreachable("timed out", WorthRetrying: true));
        pipeline.Web.Pages.Enqueue(new PageOutcome.Page("", "Hackers stole $45 million from the crypto exchange Ridgeway on Monday. The FBI says that North Korea's Lazarus Group was behind the theft.", "en", null, null));
        await pipeline.AddFeedAsync("one", ("theft", "Hackers rob the crypto exchange Ridgeway"));
        await pipeline.RunAsync();

        var story = Assert.Single((await pipeline.Stories.ListAsync(null, null, 10, null, TestContext.Current.CancellationToken)).Items);
        var incident = Assert.Single((await pipeline.Incidents.ListAsync(10, null, TestContext.Current.CancellationToken)).Items);

        Assert.Equal((45_000_000m, "Lazarus Group"), (story.Facts.AmountUsd, Assert.Single(incident.Facts().Actors)));
        Assert.Contains(await HitsAsync(), hit => hit.Revision == 2);
    }

    [Fact]
    public async Task News_that_was_old_when_first_seen_is_kept_but_not_alerted()
    {
        await SubscribeAsync(Some.Subscription());
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        pipeline.Time.Advance(TimeSpan.FromDays(5));

        await pipeline.RunAsync();

        Assert.NotEmpty(await HitsAsync());
        Assert.Empty(pipeline.Mail.Accepted);
    }

    [Fact]
    public async Task Each_of_thousands_of_subscribers_is_told_once_over_many_pages()
    {
        for (var number = 1; number <= 2_345; number++)
        {
            await SubscribeAsync(Some.Subscription(number));
        }

        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();

        Assert.Equal(2_345, pipeline.Mail.Accepted.Count);
        Assert.Equal(2_345, pipeline.Mail.Accepted.Distinct().Count());
    }

    [Fact]
    public async Task An_alert_is_not_begun_anew_while_it_gets_on()
    {
        await PagesAsync(readers: 8);
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.TickAsync(TimerNames.PollSources);
        await pipeline.DrainAsync(after: async () =>
        {
            pipeline.Time.Advance(TimeSpan.FromSeconds(20));
            await pipeline.TickAsync(TimerNames.Sweep);
        });

        Assert.Equal(8, pipeline.Activities.OfType<Activity.AlertRouted>().Count());
        Assert.Equal(8, pipeline.Mail.Accepted.Count);
    }

    [Fact]
    public async Task An_article_that_joins_meanwhile_begins_no_second_round()
    {
        await PagesAsync(readers: 8);
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.TickAsync(TimerNames.PollSources);
        await pipeline.DrainAsync(after: async () =>
        {
            if (pipeline.Mail.Accepted.Count != 1) return;
            await pipeline.AddFeedAsync("one", ("theft", Theft), ("copy", Theft));
            await pipeline.TickAsync(TimerNames.PollSources);
        });

        Assert.Equal(8, pipeline.Activities.OfType<Activity.AlertRouted>().Count());
    }

    /// <summary>Who did it is often told days after the theft.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task What_is_left_of_an_alert_is_brought_back_from_where_it_came_to_however_old_its_story(int hours)
    {
        await PagesAsync(readers: 5);
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();
        pipeline.Time.Advance(TimeSpan.FromHours(hours));
        await pipeline.AddFeedAsync("two", ("again", OtherWords));
        await pipeline.TickAsync(TimerNames.PollSources);
        await pipeline.DrainAsync(isLost: message => message.Queue == QueueNames.Announce && message.Body.Contains("cursor", StringComparison.Ordinal));
        Assert.Equal(6, pipeline.Mail.Accepted.Count);

        pipeline.Time.Advance(TimeSpan.FromMinutes(3));
        await pipeline.TickAsync(TimerNames.Sweep);
        await pipeline.TickAsync(TimerNames.Sweep);
        await pipeline.DrainAsync();

        Assert.Equal((10, 10), (pipeline.Mail.Accepted.Count, pipeline.Activities.OfType<Activity.AlertRouted>().Count()));
        Assert.Empty((await pipeline.OpenAlerts.ListAsync(DateTimeOffset.MaxValue, 10, null, None)).Items);
    }

    [Fact]
    public async Task An_alert_that_never_gets_on_is_brought_back_ever_more_rarely()
    {
        await PagesAsync(readers: 5);
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.TickAsync(TimerNames.PollSources);
        var sent = 0;
        bool IsLost(SentMessage message) => message.Queue == QueueNames.Announce && message.Body.Contains("cursor", StringComparison.Ordinal) && ++sent > 0;
        await pipeline.DrainAsync(isLost: IsLost);

        for (var minute = 0; minute < 24 * 60; minute += 2)
        {
            pipeline.Time.Advance(TimeSpan.FromMinutes(2));
            await pipeline.TickAsync(TimerNames.Sweep);
            await pipeline.DrainAsync(isLost: IsLost);
        }

        Assert.InRange(sent, 8, 14);
        Assert.Single((await pipeline.OpenAlerts.ListAsync(DateTimeOffset.MaxValue, 10, null, None)).Items);
    }

    private async Task PagesAsync(int readers)
    {
        pipeline.Pages = new(Size: 1, AtOnce: 1);
        pipeline.Restart();
        for (var number = 1; number <= readers; number++)
        {
            await SubscribeAsync(Some.Subscription(number));
        }
    }

    [Fact]
    public async Task Whoever_leaves_after_the_alert_was_made_is_not_mailed()
    {
        await SubscribeAsync(Some.Subscription());
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        pipeline.Mail.Answer = _ => new SendOutcome.RetryLater("greylisted");
        await pipeline.TickAsync(TimerNames.PollSources);
        await pipeline.DrainAsync();

        var stored = (await pipeline.Subscriptions.GetAsync(Some.Subscription().Id, None))!;
        await pipeline.Subscriptions.TrySaveAsync(stored with { Status = SubscriptionStatus.Unsubscribed }, None);
        pipeline.Mail.Answer = _ => new SendOutcome.Delivered("ok");
        pipeline.Time.Advance(TimeSpan.FromHours(1));
        await pipeline.TickAsync(TimerNames.Sweep);
        await pipeline.DrainAsync();

        Assert.Empty(pipeline.Mail.Accepted);
        Assert.Equal(DeliveryState.Cancelled, (await DeliveriesAsync()).Single().State);
    }

    [Fact]
    public async Task A_refused_attempt_is_made_again_by_the_schedule_until_it_is_given_up()
    {
        await SubscribeAsync(Some.Subscription());
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        pipeline.Mail.Answer = _ => new SendOutcome.RetryLater("try later");
        await pipeline.RunAsync();

        for (var hour = 0; hour < 24 * 5; hour++)
        {
            pipeline.Time.Advance(TimeSpan.FromHours(1));
            await pipeline.TickAsync(TimerNames.Sweep);
            await pipeline.DrainAsync();
        }

        var delivery = (await DeliveriesAsync()).Single();
        Assert.Equal((DeliveryState.GivenUp, RetrySchedule.Email.Delays.Count), (delivery.State, delivery.AttemptCount));
    }

    [Fact]
    public async Task A_webhook_that_says_it_is_gone_is_disabled()
    {
        var hook = Some.Subscription() with { Channel = new Channel(ChannelKind.Webhook, "https://hook.example/in") };
        await SubscribeAsync(hook);
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        pipeline.Mail.Answer = _ => new SendOutcome.EndpointGone("answered 410", 410);

        await pipeline.RunAsync();

        Assert.Equal(SubscriptionStatus.Disabled, (await pipeline.Subscriptions.GetAsync(hook.Id, None))!.Status);
    }

    [Fact]
    public async Task A_daily_reader_gets_one_digest_at_the_local_hour()
    {
        await SubscribeAsync(Some.Subscription() with { Cadence = Cadence.Daily, TimeZone = "Asia/Seoul", DigestAt = new TimeOnly(8, 0) });
        await pipeline.AddFeedAsync("one", ("theft", Theft), ("second", "Allbridge drained of $7 million in ether by hackers"));
        await SetTopicsAsync("dprk-crypto", "exchange-hack");
        await pipeline.RunAsync();

        // 08:00 in Seoul is 23:00 UTC of the day before; the tests' day begins at 09:26 UTC.
        await DigestsAsync();
        Assert.Empty(pipeline.Mail.Accepted);
        pipeline.Time.Advance(TimeSpan.FromHours(13.6));
        await DigestsAsync();
        await DigestsAsync();

        Assert.Single(pipeline.Mail.Accepted);
        Assert.Equal(2, (await DeliveriesAsync()).Single().AlertIds.Count);
    }

    private async Task DigestsAsync()
    {
        await pipeline.TickAsync(TimerNames.SendDigests);
        await pipeline.DrainAsync();
    }

    private async Task SetTopicsAsync(params string[] topics)
    {
        var stored = (await pipeline.Subscriptions.GetAsync(Some.Subscription().Id, None))!;
        await pipeline.Subscriptions.TrySaveAsync(stored with { Topics = topics }, None);
    }

    private async Task SubscribeAsync(Subscription subscription) => Assert.NotNull(await pipeline.Subscriptions.TrySaveAsync(subscription with { QuietHours = null }, None));

    private async Task<IReadOnlyList<Hit>> HitsAsync() => (await pipeline.Hits.ListAsync(new HitQuery(Take: 500), None)).Items;

    private async Task<IReadOnlyList<Delivery>> DeliveriesAsync() => (await pipeline.Deliveries.ListAsync(null, null, 500, null, None)).Items;

    private async Task<List<Article>> ArticlesAsync() => await pipeline.Articles.ListReadAsync(DateTimeOffset.MinValue, None).ToListAsync();

    private async Task<int> CountArticlesAsync() => (await ArticlesAsync()).Count;

    private sealed class InterruptedMatcher(string title, Action meanwhile) : IArticleMatcher
    {
        private static readonly ArticleMatcher Real = ArticleMatcher.BuiltIn();
        private bool isDone;

        public ArticleReading Read(Article article)
        {
            if (article.Title == title && !isDone)
            {
                isDone = true;
                meanwhile();
            }

            return Real.Read(article);
        }
    }

    private sealed class FailingMatcher(string word) : IArticleMatcher
    {
        private static readonly ArticleMatcher Real = ArticleMatcher.BuiltIn();

        public ArticleReading Read(Article article) =>
            article.Title.Contains(word, StringComparison.Ordinal) ? throw new FormatException("A mistake in the code.") : Real.Read(article);
    }
}
