using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Own;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Pipeline;

/// <summary>What a subscriber's own topic finds reaches that subscriber, once, and nobody else.</summary>
public sealed class OwnTopicFlowTests
{
    private const string Theft = "North Korean hackers stole $1.5 billion in ether from the exchange Bybit, FBI says";
    private const string Acme = "Acme Custody appoints a new head of compliance in Zurich";
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TestPipeline pipeline;

    public OwnTopicFlowTests() => pipeline = new(ownTopics: true);

    /// <summary>For hundreds of runs with the same topics.</summary>
    private OwnTopicFlowTests(ArticleMatcher matcher) => pipeline = new(matcher: matcher);

    [Fact]
    public async Task An_article_of_an_own_topic_alone_is_told_to_its_owner_and_stands_nowhere_else()
    {
        var owner = await SubscribeAsync(1);
        await SubscribeAsync(2, "dprk-crypto", "exchange-hack");
        var topic = await WriteAsync(owner, "acme", "\"Acme Custody\"");
        await pipeline.AddFeedAsync("one", ("acme", Acme));
        await pipeline.RunAsync();

        var told = Assert.Single(pipeline.Mail.Accepted);
        Assert.Equal(owner.Id, DeliveryId.TryParse(told)!.SubscriptionId);
        Assert.Empty((await pipeline.Hits.ListAsync(new HitQuery(Take: 100), None)).Items);
        Assert.Empty((await pipeline.Stories.ListAsync(null, null, 10, null, None)).Items);
        var article = Assert.Single(await pipeline.Articles.ListReadAsync(Some.Now.AddDays(-1), None).ToListAsync(None));
        Assert.Empty(article.Topics);
        Assert.Null(article.StoryId);
        var hit = Assert.Single((await pipeline.Own.ListAsync(owner.Id, topic.Id, 10, null, None)).Items);
        Assert.Equal(("acme", 1, "the words (\"Acme Custody\", title)"), (hit.TopicName, hit.TopicVersion, hit.Explanation.Summary));
        Assert.Equal(Acme, (await pipeline.Evidence.GetAsync(hit.ContentHash, None))!.Title);
    }

    [Theory]
    [InlineData("dprk-crypto", 1)]
    [InlineData(null, 1)]
    public async Task An_article_that_matches_everybodys_topic_too_reaches_the_owner_once(string? subscribed, int mails)
    {
        var owner = await (subscribed is null ? SubscribeAsync(1) : SubscribeAsync(1, subscribed));
        await WriteAsync(owner, "bybit", "concept:bybit");
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();

        Assert.Equal(mails, pipeline.Mail.Accepted.Count);
        Assert.All((await pipeline.Hits.ListAsync(new HitQuery(Take: 100), None)).Items, hit => Assert.False(OwnTopic.IsId(hit.Id.TopicId)));
    }

    [Fact]
    public async Task Two_owners_of_like_topics_are_told_of_their_own_only()
    {
        var (first, second) = (await SubscribeAsync(1), await SubscribeAsync(2));
        var mine = await WriteAsync(first, "acme", "\"Acme Custody\"");
        var theirs = await WriteAsync(second, "acme", "\"Acme Custody\" and \"compliance\"");
        await pipeline.AddFeedAsync("one", ("acme", Acme));
        await pipeline.RunAsync();

        Assert.Equal([first.Id, second.Id], pipeline.Mail.Accepted.Select(id => DeliveryId.TryParse(id)!.SubscriptionId).Order());
        foreach (var (owner, topic) in new[] { (first, mine), (second, theirs) })
        {
            var delivery = Assert.Single((await pipeline.Deliveries.ListAsync(owner.Id, null, 10, null, None)).Items);
            var alert = Assert.Single(await pipeline.Alerts.GetAsync(delivery.AlertIds, None));
            Assert.Equal(owner.Id, alert.OwnerId);
            Assert.Equal([topic.Id], alert.Story.Topics);
            Assert.All(alert.Hits, hit => Assert.Equal(topic.Id, hit.Id.TopicId));
        }
    }

    [Fact]
    public async Task Several_articles_on_the_same_thing_are_one_alert()
    {
        var owner = await SubscribeAsync(1);
        await WriteAsync(owner, "acme", "\"Acme Custody\"");
        await pipeline.AddFeedAsync("one", ("acme", Acme));
        await pipeline.AddFeedAsync("two", ("acme-again", Acme.ToUpperInvariant()));
        await pipeline.RunAsync();

        Assert.Single(pipeline.Mail.Accepted);
        Assert.Equal(2, (await pipeline.Own.ListAsync(owner.Id, null, 10, null, None)).Items.Count);
    }

    [Theory]
    [InlineData("dprk-crypto", "exchange-hack")]
    [InlineData("another-topic", "another-topic")]
    public async Task An_event_that_an_own_topic_found_first_is_told_once(params string[] subscribed)
    {
        var owner = await SubscribeAsync(1, subscribed);
        var stranger = await SubscribeAsync(2, "dprk-crypto", "exchange-hack");
        await WriteAsync(owner, "coinbase", "concept:coinbase");
        await pipeline.AddFeedAsync("one", ("halt", "Coinbase pauses ether withdrawals of all customers after an incident in its wallets"));
        await pipeline.RunAsync();
        Assert.Equal([owner.Id], Readers());

        pipeline.Time.Advance(TimeSpan.FromHours(1));
        await pipeline.AddFeedAsync("two", ("hack", "Coinbase pauses ether withdrawals of all customers after an incident in its wallets: hackers stole $31 million in ether"));
        await pipeline.RunAsync();

        // The stranger hears of it by everybody's alert; the owner's own story tells what is new as its update, and everybody's first alert is not told again.
        Assert.Single(Readers(), id => id == stranger.Id);
        var told = await pipeline.Alerts.GetAsync([.. (await pipeline.Deliveries.ListAsync(owner.Id, null, 10, null, None)).Items.SelectMany(delivery => delivery.AlertIds)], None);
        Assert.All(told, alert => Assert.Equal(owner.Id, alert.OwnerId));
        Assert.Equal(Enumerable.Range(1, told.Count), told.Select(alert => alert.Sequence).Order());
    }

    [Fact]
    public async Task What_is_left_of_an_announcement_to_an_owner_is_brought_back()
    {
        var owner = await SubscribeAsync(1);
        await WriteAsync(owner, "acme", "\"Acme Custody\"");
        await pipeline.AddFeedAsync("one", ("acme", Acme));
        await pipeline.TickAsync(Core.Messaging.TimerNames.PollSources);
        await pipeline.DrainAsync(except: Core.Messaging.QueueNames.Announce);
        Assert.Empty(pipeline.Mail.Accepted);

        await pipeline.TickAsync(Core.Messaging.TimerNames.Sweep);
        await pipeline.DrainAsync();
        Assert.Empty(pipeline.Mail.Accepted);

        pipeline.Time.Advance(TimeSpan.FromMinutes(20));
        for (var sweeps = 0; sweeps < 3; sweeps++)
        {
            await pipeline.TickAsync(Core.Messaging.TimerNames.Sweep);
            await pipeline.DrainAsync();
        }

        Assert.Equal([owner.Id], Readers());
        Assert.Empty((await pipeline.Open.ListAsync(DateTimeOffset.MaxValue, 10, null, None)).Items);
    }

    /// <summary>Its message finds the first alert unfinished and ends that.</summary>
    [Fact]
    public async Task What_becomes_news_before_its_owner_was_told_all_is_an_update()
    {
        var owner = await SubscribeAsync(1);
        await WriteAsync(owner, "bybit", "concept:bybit");
        await pipeline.AddFeedAsync("one", ("theft", Theft));
        await pipeline.RunAsync();
        var stories = pipeline.Own.Of(owner.Id);
        var story = Assert.Single((await stories.ListAsync(null, null, 10, null, None)).Items);
        await stories.TrySaveAsync(story with { Announced = story.Announced! with { Complete = false } }, None);

        await pipeline.AddFeedAsync("two", ("again", "FBI: North Korea was behind the $1.5 billion theft from crypto exchange Bybit"));
        await pipeline.RunAsync();

        Assert.Equal([owner.Id, owner.Id], Readers());
        Assert.Equal((2, true), ((await stories.GetAsync(story.Id, None))!.Announced!.Sequence, (await stories.GetAsync(story.Id, None))!.Announced!.Complete));
        Assert.Empty((await pipeline.Open.ListAsync(DateTimeOffset.MaxValue, 10, null, None)).Items);
    }

    [Fact]
    public async Task A_topic_counts_from_the_next_look_on_and_no_longer_once_it_is_taken_away()
    {
        var owner = await SubscribeAsync(1);
        await pipeline.AddFeedAsync("one", ("before", "Acme Custody opens an office in Lisbon this spring"));
        await pipeline.RunAsync();
        Assert.Empty(pipeline.Mail.Accepted);

        var topic = await WriteAsync(owner, "acme", "\"Acme Custody\"");
        pipeline.Time.Advance(TimeSpan.FromMinutes(30));
        await pipeline.AddFeedAsync("two", ("after", Acme));
        await pipeline.RunAsync();
        Assert.Single(pipeline.Mail.Accepted);

        await pipeline.OwnTopics.RemoveAsync(owner.Id, topic.Id, None);
        pipeline.Time.Advance(TimeSpan.FromMinutes(30));
        await pipeline.AddFeedAsync("three", ("later", "Acme Custody closes its office in Lisbon after all"));
        await pipeline.RunAsync();
        Assert.Single(pipeline.Mail.Accepted);
        Assert.Equal(2, pipeline.OwnTopics.Listings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_call_loses_nothing_and_doubles_nothing(bool afterEffect)
    {
        var matcher = ArticleMatcher.BuiltIn();
        var calls = (await CrashAsync(matcher, 0, afterEffect)).Crashes.Calls;
        Assert.InRange(calls, 20, 500);
        for (var at = 1; at <= calls; at++)
        {
            var crashed = await CrashAsync(matcher, at, afterEffect);
            var where = $"call {at}, {crashed.Crashes.Where}, {(afterEffect ? "after" : "before")} its effect";
            Assert.True(crashed.Crashes.HasCrashed, where);
            Assert.True(crashed.Mail.Accepted.Distinct().Count() == 3, $"{crashed.Mail.Accepted.Distinct().Count()} told instead of 3 after {where}");
            Assert.True(
                crashed.Mail.Accepted.Count == 3 || (afterEffect ? crashed.Crashes.Where == "IEmailSender.SendAsync" : crashed.Crashes.Where == "IDeliveryStore.TryRecordAsync"),
                $"told twice after {where}");
        }
    }

    private static async Task<TestPipeline> CrashAsync(ArticleMatcher matcher, int at, bool afterEffect)
    {
        var tests = new OwnTopicFlowTests(matcher);
        var (first, second) = (await tests.SubscribeAsync(1, "dprk-crypto"), await tests.SubscribeAsync(2));
        await tests.WriteAsync(first, "acme", "\"Acme Custody\" or concept:bybit");
        await tests.WriteAsync(second, "bybit", "concept:bybit");
        var pipeline = tests.pipeline;
        await pipeline.AddFeedAsync("one", ("acme", Acme), ("theft", Theft));
        (pipeline.Crashes.AfterEffect, pipeline.Crashes.At) = (afterEffect, at);
        for (var round = 0; round < 4; round++)
        {
            try
            {
                await pipeline.RunAsync();
                await pipeline.TickAsync(Core.Messaging.TimerNames.Sweep);
                await pipeline.DrainAsync();
            }
            catch (CrashPlan.CrashException)
            {
                pipeline.Restart();
            }

            pipeline.Time.Advance(TimeSpan.FromMinutes(30));
        }

        return pipeline;
    }

    private IEnumerable<string> Readers() => pipeline.Mail.Accepted.Select(id => DeliveryId.TryParse(id)!.SubscriptionId);

    private async Task<Subscription> SubscribeAsync(int number, params string[] topics) =>
        (await pipeline.Subscriptions.TrySaveAsync(Some.Subscription(number) with { QuietHours = null, Topics = topics, ConfirmedAt = Some.Now.AddDays(-1) }, None))!;

    private async Task<OwnTopic> WriteAsync(Subscription owner, string name, string text)
    {
        var id = OwnTopic.IdOf(owner.Id, name);
        var current = (await pipeline.Subscriptions.GetAsync(owner.Id, None))!;
        await pipeline.Subscriptions.TrySaveAsync(current with { Topics = [.. current.Topics, id] }, None);
        return (await pipeline.OwnTopics.TrySaveAsync(
            new OwnTopic { Id = id, OwnerId = owner.Id, Name = name, CreatedAt = Some.Now, Versions = [new OwnTopicVersion(1, text, Some.Now, null)] }, None))!;
    }
}
