using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Matching;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

/// <summary>What an operation costs in requests to storage: a figure of the design, and the bill.</summary>
public sealed class RequestCountTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sources()
    {
        await using var storage = await azurite.NewStorageAsync();
        var store = storage.GetRequiredService<ISourceStore>();
        List<string> ids = [.. Enumerable.Range(1, 100).Select(number => Some.Source(number).Id).Order(StringComparer.Ordinal)];
        await Task.WhenAll(Enumerable.Range(1, 100).Select(number => store.AddIfAbsentAsync(Some.Source(number), Cancellation)));

        await Costs(storage, 1, () => store.ListAsync(Cancellation));
        await Costs(storage, 1, () => store.GetAsync(ids[10..60], Cancellation));
        await Costs(storage, 1, () => store.SaveStatesAsync([.. ids.Select(id => (id, new SourceState { ETag = "e" }))], Cancellation));
    }

    [Fact]
    public async Task Articles()
    {
        await using var storage = await azurite.NewStorageAsync();
        var store = storage.GetRequiredService<IArticleStore>();
        List<Article> articles = [.. Enumerable.Range(1, 32).Select(number => Some.Article(number))];

        await Costs(storage, 1, () => store.AddIfAbsentAsync(articles, Cancellation));
        await Costs(storage, 32, () => store.GetAsync([.. articles.Select(article => article.Id)], Cancellation));
        await Costs(storage, 1, () => store.SaveAsync(articles, Cancellation));
        List<Article> read = [.. Enumerable.Range(1, 32).Select(number => Some.Article(number, $"host{number % 4}.example") with { ReadAt = Some.Now })];
        await Costs(storage, 4 + 1, () => store.SaveAsync(read, Cancellation));
        await Costs(storage, 1, async () => Assert.Equal(32, await store.ListReadAsync(Some.Now.AddDays(-30), Cancellation).CountAsync(Cancellation)));
        await Costs(storage, 1 + 33 + 1, () => store.AddIfAbsentAsync([articles[0], .. Enumerable.Range(33, 32).Select(number => Some.Article(number))], Cancellation));
    }

    [Fact]
    public async Task Hits_and_stories()
    {
        await using var storage = await azurite.NewStorageAsync();
        var hits = storage.GetRequiredService<IHitStore>();
        var stories = storage.GetRequiredService<IStoryStore>();

        await Costs(storage, 3, () => hits.AddIfAbsentAsync([.. Enumerable.Range(1, 20).Select(number => Some.Hit(number))], Cancellation));
        await Costs(storage, 1, () => hits.ListAsync(new HitQuery("dprk-crypto", Take: 10), Cancellation));
        await Costs(storage, 1, () => hits.ListByStoryAsync(Some.Hit().StoryId, 12, Cancellation));
        var story = (await Costs(storage, 2, () => stories.TrySaveAsync(Some.Story(), Cancellation)))!;
        await Costs(storage, 1, () => stories.TrySaveAsync(story with { ArticleCount = 2 }, Cancellation));
        await Costs(storage, 3, () => stories.FindByKeysAsync([.. new[] { "a", "b", "c" }.Select(key => new StoryKeyRange(key, Some.Now, DateTimeOffset.MaxValue))], Cancellation));
    }

    /// <summary>An article's way into a story: its keys read, the stories under them, its claim, the story written; keys that stand there already are not written again.</summary>
    [Fact]
    public async Task Joining_an_article()
    {
        await using var storage = await azurite.NewStorageAsync();
        var joiner = new StoryJoiner(storage.GetRequiredService<IStoryStore>());
        var matcher = ArticleMatcher.BuiltIn();
        const string Text = "Investigators of three countries met on Monday in Geneva and spoke about the ways in which stolen crypto leaves the exchanges, who helps, and what a treaty against North Korean theft could change, which several of them doubted in public.";

        var opened = await Requests(storage, () => Join(0, "Hackers stole $70 million from the crypto exchange Phemex", 0));
        var sameDay = await Requests(storage, () => Join(1, "Crypto exchange Phemex hacked, $70 million gone", 1));
        var nextDay = await Requests(storage, () => Join(2, "Crypto exchange Phemex loses $72 million to hackers", 30));
        var accused = await Requests(storage, () => Join(3, "North Korea's Lazarus suspected in $70 million hack of crypto exchange Phemex", 31));
        var withoutVictim = await Requests(storage, () => Join(4, "North Korean crypto theft: what a treaty could change", 2, Text));
        var repeated = await Requests(storage, () => Join(1, "Crypto exchange Phemex hacked, $70 million gone", 1));

        Assert.Equal((10L, 6L, 7L, 9L, 29L, 5L), (opened, sameDay, nextDay, accused, withoutVictim, repeated));

        Task<IReadOnlyList<StoryJoin>> Join(int number, string title, int hours, string text = "") => joiner.JoinAsync(
            [matcher.Read(Some.Article(number) with { Title = title, Text = text, Summary = "", Language = "en", PublishedAt = Some.Now.AddHours(hours), FirstSeenAt = Some.Now.AddHours(hours) })], Cancellation);
    }

    [Fact]
    public async Task Deliveries()
    {
        await using var storage = await azurite.NewStorageAsync();
        var store = storage.GetRequiredService<IDeliveryStore>();
        var alert = Some.Alert().Id;
        List<Delivery> deliveries = [.. Enumerable.Range(100, 100).Select(number => Some.Delivery() with { Id = new DeliveryId(alert, $"ab{number}") })];

        var added = await Costs(storage, 4, () => store.AddIfAbsentAsync(deliveries, Cancellation));
        await Costs(storage, 1, () => store.GetAsync([.. deliveries.Select(delivery => delivery.Id)], Cancellation));
        var claimed = await Costs(storage, 1, () => store.TryReplaceAsync([.. added.Select(delivery => delivery with { State = DeliveryState.Sending })], Cancellation));
        await Costs(storage, 1, () => store.TryReplaceAsync([.. claimed.Select(delivery => delivery! with { State = DeliveryState.Sent })], Cancellation));
        await Costs(storage, 3, () => store.ListOverdueAsync(Some.Now.AddDays(1), 100, null, Cancellation));
    }

    [Fact]
    public async Task Subscriptions_and_held_alerts()
    {
        await using var storage = await azurite.NewStorageAsync();
        var subscriptions = storage.GetRequiredService<ISubscriptionStore>();
        var alerts = storage.GetRequiredService<IAlertStore>();
        await Task.WhenAll(Enumerable.Range(1, 60).Select(number => subscriptions.TrySaveAsync(Some.Subscription(number), Cancellation)));
        List<HeldAlert> held = [.. Enumerable.Range(100, 100).Select(number => new HeldAlert($"ab{number}", "a1", Some.Now, "cadence"))];

        var page = await Costs(storage, 1, () => subscriptions.ListAsync(30, null, Cancellation));
        await Costs(storage, 1, () => subscriptions.ListAsync(30, page.Next, Cancellation));
        await Costs(storage, 2, () => alerts.HoldAsync(held, Cancellation));
        await Costs(storage, 1, () => alerts.ListHoldersAsync(200, null, Cancellation));
    }

    [Fact]
    public async Task Subscriptions_of_a_claim_that_stand_apart()
    {
        await using var storage = await azurite.NewStorageAsync();
        var subscriptions = storage.GetRequiredService<ISubscriptionStore>();
        await Task.WhenAll(Enumerable.Range(100, 90).Select(number => subscriptions.TrySaveAsync(Some.Subscription(number) with { Id = $"ab{number}" }, Cancellation)));
        List<string> due = [.. Enumerable.Range(0, 24).Select(number => $"ab{100 + (number * 3)}")];

        // The first bets on a run, and loses; then twelve a request.
        Assert.Equal(24, (await subscriptions.GetAsync(due, Cancellation)).Count);
        var found = await Costs(storage, 2, () => subscriptions.GetAsync(due, Cancellation));
        Assert.Equal(due, found.Select(subscription => subscription.Id).Order(StringComparer.Ordinal));
    }

    private static async Task<T> Costs<T>(ServiceProvider storage, int requests, Func<Task<T>> operation)
    {
        var counter = storage.GetRequiredService<StorageRequestCounter>();
        counter.Reset();
        var result = await operation();
        Assert.True(counter.Total == requests, $"{requests} requests expected, {counter.Total} made: {string.Join(", ", counter.Snapshot())}");
        return result;
    }

    private static async Task<long> Requests(ServiceProvider storage, Func<Task> operation)
    {
        var counter = storage.GetRequiredService<StorageRequestCounter>();
        counter.Reset();
        await operation();
        return counter.Total;
    }

    private static async Task Costs(ServiceProvider storage, int requests, Func<Task> operation) => await Costs(storage, requests, async () =>
    {
        await operation();
        return true;
    });
}
