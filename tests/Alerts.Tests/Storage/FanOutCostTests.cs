using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

/// <summary>What a story costs in requests to storage until every delivery is a row and in a message: at most 0.2 a delivery, and less the more there are.</summary>
public sealed class FanOutCostTests(AzuriteFixture azurite)
{
    private const int DueEvery = 10;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3_000, 0.2, 1)]
    [InlineData(12_000, 0.1, 3)]
    public async Task A_fan_out_costs_a_fraction_of_a_request_a_delivery(int subscribers, double most, int messages)
    {
        await using var services = await StartAsync();
        var table = services.GetRequiredService<StorageClients>().Table(TableNames.Subscriptions);
        await table.UpsertAsync([.. Enumerable.Range(1, subscribers).Select(SubscriptionRow)], Cancellation);
        var article = new StoryArticle("a", "Title", "https://news.example/1", "news", SourceTier.Trade, "en", Some.Now, Some.Now, "opened the story");
        var story = Some.Story(1, Some.Now, "dprk-crypto") with { Articles = [article], ArticleCount = 1 };
        await services.GetRequiredService<IStoryStore>().TrySaveAsync(story, Cancellation);
        var counter = services.GetRequiredService<StorageRequestCounter>();
        counter.Reset();

        for (var step = new AnnounceMessage([story.Id]); step is not null; step = await NextAsync(services))
        {
            await services.GetRequiredService<IMessageHandler<AnnounceMessage>>().HandleAsync(step, Cancellation);
        }

        var requests = counter.Total;
        var due = await services.GetRequiredService<IDeliveryStore>().CountAsync(Alert.IdOf(story.Id, 1), subscribers, Cancellation);
        Assert.Equal(subscribers / DueEvery, due);
        Assert.InRange((double)requests / due, 0.01, most);
        Assert.Equal(messages, (await services.GetRequiredService<IDeadLetters>().CountAsync(Cancellation))[QueueNames.Email]);
    }

    private static async Task<AnnounceMessage?> NextAsync(IServiceProvider services)
    {
        var received = await services.GetRequiredService<StorageClients>().Queue(QueueNames.Announce).ReceiveMessageAsync(cancellationToken: Cancellation);
        return received.Value is { } message ? MessageJson.Read<AnnounceMessage>(message.Body.ToString()) : null;
    }

    private static Azure.Data.Tables.TableEntity SubscriptionRow(int number)
    {
        var subscription = Some.Subscription(number) with { QuietHours = null, Topics = [number % DueEvery == 0 ? "dprk-crypto" : "another"] };
        return RowPayload.Row(RowKey.ByShard(subscription.Id), subscription);
    }

    private async Task<ServiceProvider> StartAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(await azurite.NewSettingsAsync()).Build();
        var services = new ServiceCollection().AddLogging().AddAlerts(configuration).BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().CreateAsync(Cancellation);
        return services;
    }
}
