using System.Globalization;
using Alerts.Core;
using Alerts.Core.Articles;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure;
using Alerts.Infrastructure.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alerts.Crash.Working;

/// <summary>
/// One instance of the product: its own handlers, stores and pump, with <see cref="KillingPort{T}"/> around the ports. It takes
/// commands, a line each, and answers each with a line.
/// </summary>
internal sealed class Worker : IAsyncDisposable
{
    /// <summary>While one of these is armed, all that is sent waits: a death in the fan-out must not fall between two of them.</summary>
    private static readonly CrashPoint[] BeforeSending =
        [CrashPoint.AfterFetch, CrashPoint.AfterParse, CrashPoint.AfterHit, CrashPoint.AfterRows, CrashPoint.DuringPage, CrashPoint.AfterPage, CrashPoint.AfterCursor];

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(25);

    private readonly ShiftedTime time = new();
    private readonly KillSwitch kill = new();
    private readonly ServiceProvider services;

    private Worker(IReadOnlyDictionary<string, string?> settings, int seed)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var collection = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time);
        collection.AddSingleton(new FanOutPages(10, 2));
        collection.AddAlerts(configuration);
        Surround<IFetcher>(collection, seed);
        Surround<IArticleStore>(collection, seed);
        Surround<IHitStore>(collection, seed);
        Surround<IDeliveryStore>(collection, seed);
        Surround<ISubscriptionStore>(collection, seed);
        Surround<IMessageQueue>(collection, seed);
        services = collection.BuildServiceProvider();
    }

    /// <param name="args">Seed, how far the clock is put forward in seconds, and settings as <c>key=value</c>.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var settings = args[2..].Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]);
        await using var worker = new Worker(settings, int.Parse(args[0], CultureInfo.InvariantCulture));
        worker.time.PutForward(TimeSpan.FromSeconds(int.Parse(args[1], CultureInfo.InvariantCulture)));
        using var stop = new CancellationTokenSource();
        var pump = new QueuePumpSettings { Parallelism = 1, Visibility = TimeSpan.FromSeconds(3), RetryDelay = TimeSpan.FromMilliseconds(50), IdlePause = TimeSpan.FromMilliseconds(50) };
        var pumping = worker.services.GetRequiredService<QueuePump>().RunAsync(QueueNames.All, worker.DispatchAsync, pump, stop.Token);
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync(CancellationToken.None) is { } line)
        {
            await worker.ObeyAsync(line.Split(' '));
            Console.WriteLine("done " + line);
        }

        await stop.CancelAsync();
        await pumping;
        return 0;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task ObeyAsync(string[] words)
    {
        switch (words)
        {
            case ["arm", var point, var pass, var channel]:
                kill.Arm(Enum.Parse<CrashPoint>(point), int.Parse(pass, CultureInfo.InvariantCulture), Enum.Parse<ChannelKind>(channel));
                break;
            case ["disarm"]:
                if (!kill.Disarm())
                {
                    await Task.Delay(Timeout.Infinite);
                }

                break;
            case ["clock", var seconds]:
                time.PutForward(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
                break;
            case ["settle"]:
                while (services.GetRequiredService<QueuePump>().Counts.Values.Any(count => count.InHand > 0))
                {
                    await Task.Delay(Glance);
                }

                break;
            case ["sweep"]:
                await services.GetRequiredService<TimerDispatcher>().RunAsync(TimerNames.Sweep, CancellationToken.None);
                break;
            case ["unsubscribe", var id]:
                await new Memberships(services.GetRequiredService<ISubscriptionStore>(), time).LeaveAsync(id, CancellationToken.None);
                break;
            default:
                throw new ArgumentException($"unknown command {words[0]}", nameof(words));
        }
    }

    private async Task DispatchAsync(string queue, string message, CancellationToken cancellationToken)
    {
        while (kill.Armed is { } armed && (queue is QueueNames.Email or QueueNames.Webhook) && (BeforeSending.Contains(armed) || queue != QueueOf(kill.Channel)))
        {
            await Task.Delay(Glance, cancellationToken);
        }

        await services.GetRequiredService<MessageDispatcher>().DispatchAsync(queue, message, cancellationToken);
    }

    private static string QueueOf(ChannelKind channel) => channel == ChannelKind.Email ? QueueNames.Email : QueueNames.Webhook;

    private void Surround<T>(IServiceCollection collection, int seed)
        where T : class
    {
        var port = collection.Last(service => service.ServiceType == typeof(T));
        collection.Replace(ServiceDescriptor.Singleton(provider => KillingPort<T>.Around(
            (T)(port.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, port.ImplementationType!)), kill, seed)));
    }
}
