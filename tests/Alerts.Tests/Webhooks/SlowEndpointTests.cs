using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Endpoints;
using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Messaging;
using Alerts.Core.Sources.Guarding;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure.Fetching;
using Alerts.Infrastructure.Webhooks;
using Alerts.Tests.Deliveries;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Webhooks;

/// <summary>One endpoint that never answers among fifty good ones, over real sockets; the clock stands until the good ones are through.</summary>
public sealed class SlowEndpointTests(Receiver receiver) : IClassFixture<Receiver>, IActivityObserver
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FakeTimeProvider time = new(SampleAlerts.Now);
    private readonly MemorySubscriptionStore subscriptions = new();
    private readonly MemoryDeliveryStore deliveries = new();
    private readonly MemoryAlertStore alerts = new();

    void IActivityObserver.Observe(Activity activity)
    {
        // What is stored is looked at.
    }

    [Fact]
    public async Task An_endpoint_that_hangs_delays_nobody_else()
    {
        List<string> ids = [.. await AddAsync("/slow", 0, alertsEach: 12), .. (await Task.WhenAll(Enumerable.Range(1, 50).Select(number => AddAsync("/ok", number, 1)))).SelectMany(added => added)];

        var handling = Handler().HandleAsync(new WebhookMessage(ids), None);
        while ((await SentAsync()).Count < 50)
        {
            Assert.False(handling.IsCompleted);
            await Task.Delay(10, None);
        }

        // All good ones have their alert while the slow one still hangs, on no more than four calls.
        Assert.InRange(receiver.Calls.Count(call => call.Path == "/slow"), 1, EndpointGates.CallsAtOnce);
        Assert.False(handling.IsCompleted);

        while (receiver.Calls.Count(call => call.Path == "/slow") < EndpointGates.CallsAtOnce)
        {
            await Task.Delay(10, None);
        }

        time.Advance(HttpWebhookSender.Timeout);
        await handling;
        var slow = (await deliveries.ListAsync(null, DeliveryState.Due, 100, null, None)).Items;
        Assert.Equal(12, slow.Count);
        Assert.Equal(EndpointGates.CallsAtOnce, slow.Count(delivery => delivery.AttemptCount == 1 && delivery.Reason == "no answer within 15 seconds"));
        Assert.Equal(12 - EndpointGates.CallsAtOnce, slow.Count(delivery => delivery.AttemptCount == 0 && delivery.Reason == "the endpoint is busy with other calls"));
    }

    private async Task<IReadOnlyList<Delivery>> SentAsync() => (await deliveries.ListAsync(null, DeliveryState.Sent, 100, null, None)).Items;

    private async Task<IReadOnlyList<string>> AddAsync(string path, int number, int alertsEach)
    {
        var endpoint = SampleAlerts.Endpoint($"http://{receiver.Authority}{path}?{number}") with { Id = $"{number:x2}endpoint" };
        await subscriptions.TrySaveAsync(endpoint, None);
        var due = Enumerable.Range(0, alertsEach).Select(i => Some.Delivery() with
        {
            Id = new DeliveryId($"alert{i}", endpoint.Id),
            Channel = ChannelKind.Webhook,
            AlertIds = [$"alert{i}"],
            CreatedAt = SampleAlerts.Now,
            NextAttemptAt = SampleAlerts.Now,
        }).ToList();
        foreach (var delivery in due)
        {
            await alerts.AddIfAbsentAsync(SampleAlerts.Alert() with { Id = delivery.AlertIds[0] }, None);
        }

        await deliveries.AddIfAbsentAsync(due, None);
        return [.. due.Select(delivery => delivery.Id.ToString())];
    }

    private CallWebhook Handler()
    {
        string[] allowed = [receiver.Authority];
        var client = new HttpClient(GuardedHttpHandler.Create(new FetchingOptions { AllowedHosts = allowed })) { Timeout = Timeout.InfiniteTimeSpan };
        var sender = new HttpWebhookSender(
            client, new WebhookRequests(new WebhookBodies(new PublicLinks(new Uri("https://alerts.example.org")))), new AllowedHosts(allowed), time, NullLogger<HttpWebhookSender>.Instance);
        var dispatch = new DeliveryDispatch(deliveries, new MemoryMessageQueue());
        var memberships = new Memberships(subscriptions, time);
        var keeper = new EndpointKeeper(memberships, deliveries, dispatch, time);
        var dice = new HalfDice();
        return new CallWebhook(
            new DeliveryClaims(
                deliveries, subscriptions, alerts, new Operators(Options.Create(new OperatorOptions())), new MemoryChannelPauses(), dispatch, keeper, new WatchTexts(new MemoryEvidenceStore()), new InstanceName("test"), dice, time),
            sender, new EndpointGates(), keeper,
            new DeliveryRecorder(deliveries, new Suppressions(new MemorySuppressionStore(), subscriptions, memberships, time), dispatch, this, dice, time), time);
    }

    private sealed class HalfDice : Core.IDice
    {
        public double Roll() => 0.5;
    }
}
