using Alerts.Core.Delivery;
using Alerts.Core.Messaging;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Email.SendGrid;
using Alerts.Infrastructure.Email.Smtp;
using Alerts.Tests.Email;
using Alerts.Tests.Email.SendGrid;
using Alerts.Tests.Email.Smtp;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerts.Tests.Pipeline;

/// <summary>The whole flow against providers that fail: from the feed to what they accepted, hours later by the flow's clock.</summary>
public sealed class ProviderFaultTests
{
    private const string Theft = "North Korean hackers stole $1.5 billion in ether from the exchange Bybit, FBI says";

    private readonly TestPipeline pipeline = new();

    [Theory]
    [InlineData(429, 429)]
    [InlineData(500, 503)]
    [InlineData(401, 401)]
    [InlineData(413, 400)]
    public async Task What_the_provider_could_not_take_goes_out_later_once(params int[] failures)
    {
        var provider = await StartProviderAsync();
        Array.ForEach(failures, provider.Failures.Enqueue);
        await SubscribeAsync("ana", "bob", "cleo", "dan");

        await RunForHoursAsync();

        Assert.Equal(4, Accepted(provider).Distinct().Count());
        Assert.Equal(4, Accepted(provider).Count);
        Assert.All(await DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Sent, delivery.State));
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task The_provider_says_when_to_come_back()
    {
        var provider = await StartProviderAsync();
        provider.Failures.Enqueue(429);
        provider.Reset = Some.Now.AddMinutes(7);
        await SubscribeAsync("ana");
        await pipeline.TickAsync(TimerNames.PollSources);
        await pipeline.DrainAsync();

        var delivery = Assert.Single(await DeliveriesAsync());
        Assert.Equal(DeliveryState.Due, delivery.State);
        Assert.InRange(delivery.NextAttemptAt - Some.Now, TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(8));
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task One_bad_recipient_is_refused_and_all_others_get_their_mail_once()
    {
        var provider = await StartProviderAsync();
        await SubscribeAsync([.. Enumerable.Range(0, 99).Select(number => $"reader{number}"), "bad"]);

        await RunForHoursAsync();

        Assert.Equal(99, Accepted(provider).Distinct().Count());
        Assert.Equal(99, Accepted(provider).Count);
        var refused = Assert.Single(await DeliveriesAsync(), delivery => delivery.State != DeliveryState.Sent);
        Assert.Equal(DeliveryState.Refused, refused.State);
        Assert.Contains("valid address", refused.Reason, StringComparison.Ordinal);
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task What_was_accepted_without_an_answer_is_not_lost_and_keeps_its_id()
    {
        var provider = await StartProviderAsync();
        provider.AcceptAndHang = true;
        await SubscribeAsync("ana", "bob");
        await pipeline.TickAsync(TimerNames.PollSources);
        await pipeline.DrainAsync();
        provider.AcceptAndHang = false;

        await RunForHoursAsync();

        // The one window: who accepted and did not say so has the mail, and is offered it again under the same id.
        Assert.Equal(2, Accepted(provider).Distinct().Count());
        Assert.Equal(4, Accepted(provider).Count);
        Assert.All(await DeliveriesAsync(), delivery => Assert.Equal(DeliveryState.Sent, delivery.State));
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_server_is_taken_at_its_word_for_each_recipient()
    {
        await using var server = new StubbornServer();
        var mails = new Mails(new EmailOptions { From = "alerts@example.org", Smtp = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, Connections = 1 } });
        Use(mails.SmtpSender(pipeline.Time));
        await SubscribeAsync("ana", "new", "leaving", "unknown", "spam");

        await RunForHoursAsync();

        Assert.Equal(["ana", "leaving", "new"], server.Accepted.Order(StringComparer.Ordinal));
        Assert.Equal(SubscriptionStatus.Suppressed, (await pipeline.Subscriptions.GetAsync(IdOf("unknown"), CancellationToken.None))!.Status);
        Assert.Equal(SubscriptionStatus.Active, (await pipeline.Subscriptions.GetAsync(IdOf("spam"), CancellationToken.None))!.Status);
        Assert.Equal(2, (await DeliveriesAsync()).Count(delivery => delivery.State == DeliveryState.Refused));
    }

    [Fact]
    public async Task A_slow_mail_server_makes_more_claims_and_not_longer_ones()
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(number => $"reader{number}")];
        var last = names.MaxBy(IdOf)!;
        var longest = TimeSpan.Zero;
        var claimed = DateTimeOffset.MaxValue;
        await using var server = new StubbornServer();
        server.Taking = () =>
        {
            var sending = DeliveriesAsync().Result.Where(delivery => delivery.State == DeliveryState.Sending).ToList();
            claimed = sending.Max(delivery => delivery.ClaimedUntil)!.Value - DeliveryClaims.ClaimFor;
            longest = pipeline.Time.GetUtcNow() - claimed > longest ? pipeline.Time.GetUtcNow() - claimed : longest;
            pipeline.Time.Advance(TimeSpan.FromSeconds(10));
            if (server.Accepted.Count == 2)
            {
                // All have been claimed at once, this one among them.
                _ = new Memberships(pipeline.Subscriptions, pipeline.Time).LeaveAsync(IdOf(last), CancellationToken.None).Result;
            }
        };
        Use(new Mails(new EmailOptions { From = "alerts@example.org", Smtp = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, Connections = 1 } }).SmtpSender(pipeline.Time));
        await SubscribeAsync(names);

        await pipeline.RunAsync();

        Assert.Equal(names.Where(name => name != last).Order(StringComparer.Ordinal), server.Accepted.Order(StringComparer.Ordinal));
        Assert.InRange(longest, TimeSpan.FromSeconds(10), SendingTime.BeginFor);
        Assert.All((await DeliveriesAsync()).Where(delivery => delivery.State == DeliveryState.Sent), delivery => Assert.Equal(1, delivery.AttemptCount));
        Assert.Single(await DeliveriesAsync(), delivery => delivery.State == DeliveryState.Cancelled);
    }

    private static List<string> Accepted(SendGridDouble provider) =>
        [.. provider.Accepted.Select(item => item.GetProperty("custom_args").GetProperty("delivery_id").GetString()!)];

    private static string IdOf(string name) => Subscription.IdOf(ChannelKind.Email, name + "@example.org");

    private async Task<SendGridDouble> StartProviderAsync()
    {
        var provider = new SendGridDouble();
        await provider.InitializeAsync();
        var options = new EmailOptions { From = "alerts@example.org", SendGrid = new SendGridOptions { ApiKey = "SG.good", BaseUrl = provider.Url, Timeout = TimeSpan.FromSeconds(1) } };
        var mails = new Mails(options);
        Use(new SendGridEmailSender(
            mails.Composer, new SendGridMessages(Microsoft.Extensions.Options.Options.Create(options)), new SendGridGateway(options.SendGrid, pipeline.Time), pipeline.Time, NullLogger<SendGridEmailSender>.Instance));
        return provider;
    }

    private void Use(IEmailSender sender)
    {
        pipeline.Sender = sender;
        pipeline.Restart();
    }

    private async Task SubscribeAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await pipeline.Subscriptions.TrySaveAsync(
                Some.Subscription() with { Id = IdOf(name), Channel = new Channel(ChannelKind.Email, name + "@example.org"), QuietHours = null, Topics = ["dprk-crypto", "exchange-hack"] }, CancellationToken.None);
        }

        await pipeline.AddFeedAsync("one", ("theft", Theft));
    }

    private async Task RunForHoursAsync()
    {
        await pipeline.TickAsync(TimerNames.PollSources);
        for (var hour = 0; hour < 4; hour++)
        {
            await pipeline.DrainAsync();
            pipeline.Time.Advance(TimeSpan.FromHours(1));
            await pipeline.TickAsync(TimerNames.Sweep);
        }

        await pipeline.DrainAsync();
    }

    private async Task<IReadOnlyList<Delivery>> DeliveriesAsync() => (await pipeline.Deliveries.ListAsync(null, null, 1_000, null, CancellationToken.None)).Items;
}
