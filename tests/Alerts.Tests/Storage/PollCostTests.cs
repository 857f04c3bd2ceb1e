using Alerts.Core;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;
using Alerts.Tests.Pipeline;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Storage;

/// <summary>What polling costs in requests to storage, receiving and deleting messages included: nearly nothing while nothing happens, and a known number an article.</summary>
public sealed class PollCostTests(AzuriteFixture azurite)
{
    private const int Sources = 200;
    private const string Price = "Bitcoin rises above resistance as traders await the jobs report";
    private const string Theft = "North Korean hackers stole $1.5 billion in ether from the exchange Bybit, FBI says";

    private readonly FakeTimeProvider time = new(Some.Now);
    private readonly TestPipeline.FakeWeb web = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_that_brings_nothing_new_costs_a_fiftieth_of_a_table_request_and_a_tenth_of_a_queue_request_a_source()
    {
        await using var services = await StartAsync(Sources, number => ($"story-{number}", Price));
        await RoundAsync(services);
        time.Advance(TimeSpan.FromHours(24));

        var (table, queue) = await CountAsync(services, () => RoundAsync(services));

        Assert.Equal(2 * Sources, web.Asked.Count);
        Assert.InRange((double)table / Sources, 0.001, 0.02);
        Assert.InRange((double)queue / Sources, 0.001, 0.1);
    }

    /// <summary>Added and marked as read in batches, read one by one; what a poll costs anyway is in it.</summary>
    [Theory]
    [InlineData(1, 8, 6)]
    [InlineData(32, 39, 6)]
    public async Task New_articles_that_are_no_hits_cost_one_read_each_and_a_share_of_what_their_messages_cost(int articles, int table, int queue)
    {
        await using var services = await StartAsync(1, _ => [.. Enumerable.Range(1, articles).Select(number => ($"story-{number}", $"{Price}, part {number}"))]);

        var cost = await CountAsync(services, () => RoundAsync(services));

        Assert.InRange(cost.Table, articles, table);
        Assert.InRange(cost.Queue, 6, queue);
    }

    [Fact]
    public async Task A_new_article_that_opens_a_story_and_its_incident_costs_some_thirty()
    {
        await using var services = await StartAsync(1, _ => ("theft", Theft));

        var cost = await CountAsync(services, () => RoundAsync(services));

        Assert.InRange(cost.Table, 20, 38);
        Assert.InRange(cost.Queue, 9, 9);
    }

    private async Task<ServiceProvider> StartAsync(int sources, Func<int, (string Path, string Title)[]> entries)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(await azurite.NewSettingsAsync())
            .AddInMemoryCollection([new("Alerts:Tokens:Keys:0:Id", "test"), new("Alerts:Tokens:Keys:0:Key", Convert.ToBase64String(new byte[32]))]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time).AddAlerts(configuration)
            .AddSingleton<IFetcher>(web).AddSingleton<Core.Articles.IPageReader>(web).BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().CreateAsync(Cancellation);
        var store = services.GetRequiredService<ISourceStore>();
        await Task.WhenAll(Enumerable.Range(1, sources).Select(async number =>
        {
            var source = TestPipeline.FakeWeb.SourceOf($"source{number}");
            web.List(source, time.GetUtcNow(), entries(number));
            await store.AddIfAbsentAsync(source, Cancellation);
        }));
        return services;
    }

    private Task<ServiceProvider> StartAsync(int sources, Func<int, (string Path, string Title)> entry) => StartAsync(sources, number => [entry(number)]);

    /// <summary>The timer, and every message until none is left.</summary>
    internal static async Task RoundAsync(ServiceProvider services)
    {
        await services.GetRequiredService<TimerDispatcher>().RunAsync(TimerNames.PollSources, Cancellation);
        var clients = services.GetRequiredService<StorageClients>();
        foreach (var name in new[] { QueueNames.Fetch, QueueNames.Read, QueueNames.Announce })
        {
            while ((await clients.Queue(name).ReceiveMessageAsync(cancellationToken: Cancellation)).Value is { } message)
            {
                await services.GetRequiredService<MessageDispatcher>().DispatchAsync(name, message.Body.ToString(), Cancellation);
                await clients.Queue(name).DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
            }
        }
    }

    private static async Task<(long Table, long Queue)> CountAsync(ServiceProvider services, Func<Task> work)
    {
        var counter = services.GetRequiredService<StorageRequestCounter>();
        counter.Reset();
        await work();
        var counts = counter.Snapshot();
        var queues = counts.Where(count => QueueNames.All.Any(name => count.Key.Split(' ')[0].EndsWith(name, StringComparison.Ordinal))).ToList();
        // Each message is received and deleted; asking an empty queue is what waiting costs, not what happened.
        var queue = queues.Sum(count => count.Key.EndsWith("receive", StringComparison.Ordinal) ? 0 : count.Key.EndsWith("delete", StringComparison.Ordinal) ? 2 * count.Value : count.Value);
        return (counter.Total - queues.Sum(count => count.Value), queue);
    }
}
