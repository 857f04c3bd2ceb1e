using Alerts.Core;
using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;
using Alerts.Tests.Pipeline;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Storage;

/// <summary>What is purged of each table, and that nothing of it comes again.</summary>
public sealed class RetentionOfTablesTests(AzuriteFixture azurite)
{
    private static readonly RetentionOptions Kept = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TableNames.MessageFailures, 90)]
    [InlineData(TableNames.Owned, 730)]
    [InlineData(TableNames.Evidence, 3_650)]
    [InlineData(TableNames.Alerts, 3_650)]
    [InlineData(TableNames.StoryKeys, 3_650)]
    [InlineData(TableNames.HitFeedback, 3_650)]
    public async Task Rows_go_as_many_days_after_they_were_written_as_they_are_kept(string table, int days)
    {
        await using var storage = await azurite.NewStorageAsync();
        await WriteAsync(storage);
        var rows = await CountAsync(storage, table);
        Assert.True(rows > 0, $"nothing was written to {table}");

        Assert.Equal(0, await PurgeAsync(storage, table, days - 1));
        Assert.Equal(rows, await CountAsync(storage, table));
        Assert.Equal(rows, await PurgeAsync(storage, table, days + 1));
        Assert.Equal(0, await CountAsync(storage, table));
    }

    [Fact]
    public async Task Stories_go_with_their_hits_and_those_that_were_alerted_later()
    {
        await using var storage = await azurite.NewStorageAsync();
        var store = storage.GetRequiredService<IStoryStore>();
        var now = DateTimeOffset.UtcNow;
        await store.TrySaveAsync(Some.Story(1, now), Cancellation);
        await store.TrySaveAsync(Some.Story(2, now) with { Announced = new Announcement(1, "a", now, default, StoryFacts.None, Complete: true) }, Cancellation);

        Assert.Equal(0, await PurgeAsync(storage, TableNames.Stories, 729));
        Assert.Equal(1, await PurgeAsync(storage, TableNames.Stories, 731));
        Assert.Equal(Some.Story(2).Id, Assert.Single((await store.ListAsync(null, null, 10, null, Cancellation)).Items).Id);
        Assert.Equal(1, await PurgeAsync(storage, TableNames.Stories, 3_651));
        Assert.Equal((0, 0), (await CountAsync(storage, TableNames.Stories), await CountAsync(storage, TableNames.StoryLog)));
    }

    [Fact]
    public async Task Deliveries_go_from_every_index_except_those_that_are_not_done()
    {
        await using var storage = await azurite.NewStorageAsync();
        var store = storage.GetRequiredService<IDeliveryStore>();
        var created = DateTimeOffset.UtcNow;
        List<Delivery> made = [.. Enumerable.Range(1, 1_250).Select(number => Some.Delivery(number) with { CreatedAt = created, NextAttemptAt = created })];
        var added = await store.AddIfAbsentAsync(made, Cancellation);
        await store.TryReplaceAsync([.. added.Take(1_249).Select(delivery => delivery with { State = DeliveryState.Sent, SentAt = created })], Cancellation);

        Assert.Equal(0, await PurgeAsync(storage, TableNames.Deliveries, 729));
        var purged = await PurgeAsync(storage, TableNames.Deliveries, 731);
        var left = (await store.ListAsync(null, null, 500, null, Cancellation)).Items;

        Assert.InRange(left.Count, 1, 100);
        Assert.Equal(1_250, purged + left.Count);
        Assert.Contains(left, delivery => delivery.Id == made[^1].Id);
        Assert.Equal(left.Count, await CountAsync(storage, TableNames.Deliveries));
        Assert.Equal(left.Count, await CountAsync(storage, TableNames.DeliveriesBySubscription));
        Assert.Equal(1, await CountAsync(storage, TableNames.DeliveryLog));
    }

    [Fact]
    public async Task A_step_reads_a_thousand_rows_and_the_next_goes_on()
    {
        await using var storage = await azurite.NewStorageAsync();
        var table = storage.GetRequiredService<StorageClients>().Table(TableNames.MessageFailures);
        await table.UpsertAsync([.. Enumerable.Range(0, 2_300).Select(number => new Azure.Data.Tables.TableEntity("read", $"{number:d5}"))], Cancellation);
        var purge = storage.GetServices<IPurgeable>().Single(one => one.Name == TableNames.MessageFailures);
        var then = DateTimeOffset.UtcNow.AddDays(91);

        var first = await purge.PurgeAsync(Kept, then, null, Cancellation);
        var second = await purge.PurgeAsync(Kept, then, first.Next, Cancellation);
        var third = await purge.PurgeAsync(Kept, then, second.Next, Cancellation);

        Assert.Equal((1_000, 1_000, 300, null), (first.Done, second.Done, third.Done, third.Next));
    }

    [Fact]
    public async Task A_theft_that_everything_was_forgotten_of_is_no_news_when_it_is_listed_again()
    {
        var time = new FakeTimeProvider(Some.Now);
        var web = new TestPipeline.FakeWeb();
        await using var services = await StartAsync(time, web);
        const string theft = "North Korean hackers stole $1.5 billion in ether from the exchange Bybit, FBI says";
        await ListAsync("one", theft);
        Assert.Single((await services.GetRequiredService<IStoryStore>().ListAsync(null, null, 10, null, Cancellation)).Items);

        time.Advance(TimeSpan.FromDays(4_200));
        await services.GetRequiredService<TimerDispatcher>().RunAsync(TimerNames.PurgeOld, Cancellation);
        foreach (var table in new[] { TableNames.Hits, TableNames.Stories, TableNames.StoryLog, TableNames.StoryKeys, TableNames.Alerts, TableNames.Evidence, TableNames.ArticleLog })
        {
            Assert.True(await CountAsync(services, table) == 0, $"rows are left in {table}");
        }

        await ListAsync("two", theft);
        await ListAsync("one", theft + ", updated");

        Assert.NotNull(Assert.Single(await services.GetRequiredService<IArticleStore>().GetAsync([ArticleId.Of("https://press.example/theft")], Cancellation)).PurgedAt);
        Assert.Equal((0, 0, 0), (await CountAsync(services, TableNames.Stories), await CountAsync(services, TableNames.Hits), await CountAsync(services, TableNames.Alerts)));

        async Task ListAsync(string feed, string title)
        {
            var source = TestPipeline.FakeWeb.SourceOf(feed);
            web.List(source, time.GetUtcNow(), ("theft", title));
            await services.GetRequiredService<ISourceStore>().AddIfAbsentAsync(source, Cancellation);
            time.Advance(TimeSpan.FromDays(1));
            await PollCostTests.RoundAsync(services);
        }
    }

    private static async Task WriteAsync(ServiceProvider storage)
    {
        await storage.GetRequiredService<IFailureLog>().RecordAsync(MessageFailure.Of(QueueNames.Read, "{}", new InvalidOperationException("no"), Some.Now), Cancellation);
        await storage.GetRequiredService<IOwnHitStore>().AddIfAbsentAsync("owner", [Some.Hit()], Cancellation);
        await storage.GetRequiredService<IOwnStories>().Of("owner").TrySaveAsync(Some.Story(), Cancellation);
        await storage.GetRequiredService<IEvidenceStore>().AddIfAbsentAsync([new Evidence { ContentHash = Evidence.HashOf("a", "b"), Url = "https://news.example/1", Title = "a", Text = "b", CapturedAt = Some.Now }], Cancellation);
        await storage.GetRequiredService<IAlertStore>().AddIfAbsentAsync(Some.Alert(), Cancellation);
        await storage.GetRequiredService<IStoryStore>().AddKeysAsync("s", ["a", "b"], Some.Now, Cancellation);
        await storage.GetRequiredService<IStoryStore>().ClaimKeyAsync("c", "s", Cancellation);
        await storage.GetRequiredService<StorageClients>().Table(TableNames.HitFeedback).UpsertAsync([new Azure.Data.Tables.TableEntity("a", "b")], Cancellation);
    }

    /// <summary>A whole walk, so many days from now.</summary>
    private static async Task<int> PurgeAsync(ServiceProvider storage, string name, int days)
    {
        var purge = storage.GetServices<IPurgeable>().Single(one => one.Name == name);
        var (done, next) = (0, (string?)null);
        do
        {
            (var some, next) = await purge.PurgeAsync(Kept, DateTimeOffset.UtcNow.AddDays(days), next, Cancellation);
            done += some;
        }
        while (next is not null);
        return done;
    }

    private static async Task<int> CountAsync(ServiceProvider storage, string table) =>
        await storage.GetRequiredService<StorageClients>().Table(table).ScanAsync(PartitionSpan.All, null, 1_000, Cancellation).CountAsync(Cancellation);

    private async Task<ServiceProvider> StartAsync(FakeTimeProvider time, TestPipeline.FakeWeb web)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(await azurite.NewSettingsAsync())
            .AddInMemoryCollection([new("Alerts:Tokens:Keys:0:Id", "test"), new("Alerts:Tokens:Keys:0:Key", Convert.ToBase64String(new byte[32]))]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time).AddAlerts(configuration)
            .AddSingleton<IFetcher>(web).AddSingleton<IPageReader>(web).BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().CreateAsync(Cancellation);
        return services;
    }
}
