using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
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

    private static async Task<T> Costs<T>(ServiceProvider storage, int requests, Func<Task<T>> operation)
    {
        var counter = storage.GetRequiredService<StorageRequestCounter>();
        counter.Reset();
        var result = await operation();
        Assert.True(counter.Total == requests, $"{requests} requests expected, {counter.Total} made: {string.Join(", ", counter.Snapshot())}");
        return result;
    }

    private static async Task Costs(ServiceProvider storage, int requests, Func<Task> operation) => await Costs(storage, requests, async () =>
    {
        await operation();
        return true;
    });
}
