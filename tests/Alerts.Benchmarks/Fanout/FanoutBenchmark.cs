using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Alerts.Core;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Email.Smtp;
using Alerts.Infrastructure.Storage;
using Alerts.Infrastructure.Storage.Azurite;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alerts.Benchmarks.Fanout;

/// <summary>
/// Two stories to many subscribers, one in ten of whom is due: first by mail, then by webhook. Real handlers, tables, queues and pump
/// against Azurite, a real mail server and a real endpoint in this process. Rows and messages first, with the requests that they
/// cost; then the sending.
/// </summary>
internal static class FanoutBenchmark
{
    private const int DueEvery = 10;
    private const string ByMail = "exchange-hack";
    private const string ByWebhook = "dprk-crypto";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var subscribers = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000;
        var connections = args is [_, var most, ..] ? int.Parse(most, CultureInfo.InvariantCulture) : new SmtpOptions().Connections;
        var tools = Environment.GetEnvironmentVariable("ALERTS_TOOLS") ?? Path.Combine(".alerts", "tools");
        var settings = new AzuriteSettings { ToolsDirectory = Path.GetFullPath(tools), QueuePort = 0, TablePort = 0 };
        if (await AzuriteLauncher.StartAsync(settings, Console.WriteLine, CancellationToken.None) is not AzuriteOutcome.Started started)
        {
            Console.Error.WriteLine("The storage emulator did not start.");
            return 1;
        }

        await using var emulator = started.Server;
        await using var mails = new MailSink(FreePort());
        await using var hooks = await HookSink.StartAsync();
        await using var services = Build(emulator.ConnectionString, mails.Port, hooks.Authority, connections);
        await services.GetRequiredService<StorageSetup>().CreateAsync(CancellationToken.None);

        var clock = Stopwatch.StartNew();
        await SeedAsync(services, subscribers, hooks.Authority);
        Print($"{subscribers} subscriptions seeded in {clock.Elapsed.TotalSeconds:0} s; one in {DueEvery} is due by mail, one in {DueEvery} by webhook");

        await TellAsync(services, 1, ByMail, QueueNames.Email, subscribers / DueEvery, () => mails.Mails);
        Print($"  {mails.Size}");
        await TellAsync(services, 2, ByWebhook, QueueNames.Webhook, subscribers / DueEvery, () => hooks.Calls);
        return 0;
    }

    private static async Task TellAsync(ServiceProvider services, int number, string topic, string channel, int due, Func<long> arrived)
    {
        var now = TimeProvider.System.GetUtcNow();
        var article = new StoryArticle("a", "Exchange loses funds", "https://news.example/1", "news", SourceTier.Trade, "en", now, now, "opened the story", null);
        var story = Some.Story(number, now, topic) with { Articles = [article], ArticleCount = 1 };
        await services.GetRequiredService<IStoryStore>().TrySaveAsync(story, CancellationToken.None);
        await services.GetRequiredService<IHitStore>().AddIfAbsentAsync([Some.Hit(number, topic, story.FirstSeenAt, story.Id)], CancellationToken.None);
        await services.GetRequiredService<IMessageQueue>().SendAsync(QueueNames.Announce, new AnnounceMessage([story.Id]));

        var counter = services.GetRequiredService<StorageRequestCounter>();
        counter.Reset();
        var took = await PumpAsync(services, [QueueNames.Announce], async () =>
            await services.GetRequiredService<IStoryStore>().GetAsync(story.Id, CancellationToken.None) is { Announced.Complete: true });
        var messages = (await services.GetRequiredService<IDeadLetters>().CountAsync(CancellationToken.None))[channel];
        Print($"{topic}: {due} deliveries to rows and {messages} {channel} messages in {took.TotalSeconds:0.0} s");
        Report(counter, due);

        counter.Reset();
        took = await PumpAsync(services, [channel], () => Task.FromResult(arrived() >= due));
        Print($"{topic}: {arrived()} of {due} arrived by {channel} in {took.TotalSeconds:0.0} s");
        Report(counter, due);
    }

    private static async Task<TimeSpan> PumpAsync(IServiceProvider services, IReadOnlyCollection<string> queues, Func<Task<bool>> done)
    {
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var pumping = services.GetRequiredService<QueuePump>().RunAsync(queues, services.GetRequiredService<MessageDispatcher>().DispatchAsync, new QueuePumpSettings(), stop.Token);
        while (!await done())
        {
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"The queues {string.Join(", ", queues)} were not done within {Patience.TotalMinutes} minutes.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }

        var took = clock.Elapsed;
        await stop.CancelAsync();
        await pumping;
        return took;
    }

    private static ServiceProvider Build(string connection, int mailPort, string hookAuthority, int smtpConnections)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Alerts:PublicUrl"] = "https://alerts.example.org",
            ["Alerts:Storage:ConnectionString"] = connection,
            ["Alerts:Tokens:Keys:0:Id"] = "bench",
            ["Alerts:Tokens:Keys:0:Key"] = Convert.ToBase64String(new byte[32]),
            ["Alerts:Email:Mode"] = "Smtp",
            ["Alerts:Email:From"] = "alerts@example.org",
            ["Alerts:Email:Smtp:Host"] = "127.0.0.1",
            ["Alerts:Email:Smtp:Port"] = mailPort.ToString(CultureInfo.InvariantCulture),
            ["Alerts:Email:Smtp:Security"] = "None",
            ["Alerts:Fetching:AllowedHosts:0"] = hookAuthority,
            ["Alerts:Email:Smtp:Connections"] = smtpConnections.ToString(CultureInfo.InvariantCulture),
        }).Build();
        var services = new ServiceCollection().AddLogging().AddAlerts(configuration);
        services.Replace(ServiceDescriptor.Singleton<IActivityObserver, Unobserved>());
        return services.BuildServiceProvider();
    }

    /// <summary>Written as the store writes them, but in transactions: a hundred thousand sign-ups are not what is measured.</summary>
    private static async Task SeedAsync(IServiceProvider services, int count, string authority)
    {
        var table = services.GetRequiredService<StorageClients>().Table(TableNames.Subscriptions);
        foreach (var chunk in Enumerable.Range(0, count).Chunk(25_000))
        {
            await table.UpsertAsync(
                [.. chunk.Select(number => SubscriptionOf(number, authority)).Select(subscription => RowPayload.Row(RowKey.ByShard(subscription.Id), subscription))], CancellationToken.None);
        }
    }

    private static Subscription SubscriptionOf(int number, string authority)
    {
        var (kind, target, topic) = (number % DueEvery) switch
        {
            0 => (ChannelKind.Email, $"reader{number}@example.org", ByMail),
            1 => (ChannelKind.Webhook, $"http://{authority}/hooks/{number}", ByWebhook),
            _ => (ChannelKind.Email, $"reader{number}@example.org", "another-topic"),
        };
        return Some.Subscription(number) with
        {
            Id = Subscription.IdOf(kind, target),
            Channel = new Channel(kind, target) { Secrets = kind == ChannelKind.Webhook ? [new WebhookSecret("whsec_" + Convert.ToBase64String(new byte[24]))] : [] },
            Topics = [topic],
            QuietHours = null,
        };
    }

    private static void Report(StorageRequestCounter counter, int deliveries)
    {
        Print($"  {counter.Total} storage requests, {(double)counter.Total / deliveries:0.000} a delivery");
        foreach (var (operation, count) in counter.Snapshot().Where(item => item.Value > deliveries / 1_000))
        {
            Print($"    {operation,-32} {count,6}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Unobserved : IActivityObserver
    {
        public void Observe(Core.Messaging.Activity activity)
        {
            // Printing would be measured too.
        }
    }
}
