using System.Text.Json;
using Alerts.Core.Delivery;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Infrastructure.Email;
using Alerts.Infrastructure.Email.SendGrid;
using Alerts.Tests.Deliveries;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerts.Tests.Email.SendGrid;

public sealed class SendGridEmailSenderTests(SendGridDouble provider) : IClassFixture<SendGridDouble>, IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        provider.Failures.Clear();
        provider.Calls.Clear();
        provider.Accepted.Clear();
        (provider.MaxRecipients, provider.AcceptAndHang) = (1_000, false);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_thousand_readers_of_one_alert_are_one_call()
    {
        var outcomes = await SendAsync(Readers(1_000));

        Assert.Single(provider.Calls);
        Assert.All(outcomes, outcome => Assert.Equal("sg-1000", Assert.IsType<SendOutcome.Delivered>(outcome).ProviderId));
        Assert.Equal(1_000, provider.Accepted.Select(item => item.GetProperty("custom_args").GetProperty("delivery_id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task A_personalisation_makes_the_mail_that_smtp_would_send()
    {
        var mails = new Mails(Options());
        var item = SampleAlerts.Mail(DeliveryContent.Alert, alerts: [SampleAlerts.Update() with { Story = SampleAlerts.Update().Story with { IncidentId = "bybit" } }]);
        await SendAsync([item], mails);
        var expected = await mails.ComposeAsync(item);
        var call = provider.Calls.Single();
        var personalisation = provider.Accepted.Single();
        var headers = personalisation.GetProperty("headers");

        Assert.Equal(expected.Subject, call.GetProperty("subject").GetString());
        Assert.Equal([expected.Text, expected.Html], call.GetProperty("content").EnumerateArray().Select(part => Substituted(part.GetProperty("value").GetString()!, personalisation)));
        Assert.Equal($"<{expected.MessageId}>", headers.GetProperty("Message-ID").GetString());
        Assert.Equal($"<{expected.InReplyTo}>", headers.GetProperty("In-Reply-To").GetString());
        Assert.Equal($"<{expected.References[0]}> <{expected.InReplyTo}>", headers.GetProperty("References").GetString());
        Assert.All(expected.Headers, header => Assert.Equal(header.Value.ToString(), headers.GetProperty(header.Name).GetString()));
        Assert.Equal("ana@example.org", Assert.Single(personalisation.GetProperty("to").EnumerateArray()).GetProperty("email").GetString());
        Assert.False(call.GetProperty("tracking_settings").GetProperty("click_tracking").GetProperty("enable").GetBoolean());
    }

    [Fact]
    public async Task Every_reader_gets_tokens_of_their_own()
    {
        var mails = new Mails(Options());
        var items = Readers(5);
        await SendAsync(items, mails);
        var html = provider.Calls.Single().GetProperty("content")[1].GetProperty("value").GetString()!;

        Assert.Equal(
            items.Select(item => item.Subscription.Id),
            provider.Accepted.Select(item => ((TokenOutcome.Valid)mails.Tokens.Verify(TokenPurpose.Unsubscribe, TokenIn(Substituted(html, item)))).SubscriptionId));
    }

    [Fact]
    public async Task One_bad_recipient_among_a_thousand_is_found_and_the_others_get_their_mail()
    {
        var items = Readers(1_000);
        items[617] = SampleAlerts.Mail(DeliveryContent.Alert, SampleAlerts.Reader("bad@example.org"));
        var outcomes = await SendAsync(items);

        Assert.IsType<SendOutcome.Refused>(outcomes[617]);
        Assert.Equal(999, outcomes.OfType<SendOutcome.Delivered>().Count());
        Assert.Equal(999, provider.Accepted.Count);
        Assert.InRange(provider.Calls.Count, 2, 1 + (2 * 10));
    }

    [Fact]
    public async Task A_call_that_is_too_large_is_split()
    {
        provider.MaxRecipients = 300;
        var outcomes = await SendAsync(Readers(1_000));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Delivered>(outcome));
        Assert.Equal(1_000, provider.Accepted.Count);
        Assert.Equal(7, provider.Calls.Count);
    }

    [Theory]
    [InlineData(429, 30)]
    [InlineData(500, null)]
    [InlineData(502, null)]
    [InlineData(503, null)]
    [InlineData(403, null)]
    public async Task Trouble_of_the_provider_is_waited_out(int status, int? after)
    {
        provider.Failures.Enqueue(status);
        var outcomes = await SendAsync(Readers(10));

        Assert.All(outcomes, outcome => Assert.Equal(after is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Assert.IsType<SendOutcome.RetryLater>(outcome).After));
        Assert.Empty(provider.Accepted);
        Assert.Single(provider.Calls);
    }

    [Fact]
    public async Task A_refused_key_keeps_the_mails_waiting()
    {
        var outcomes = await SendAsync(Readers(3), new Mails(Options(key: "SG.revoked")));

        Assert.All(outcomes, outcome => Assert.Equal(401, Assert.IsType<SendOutcome.RetryLater>(outcome).Status));
    }

    [Fact]
    public async Task What_was_accepted_but_never_answered_is_tried_again_under_the_same_ids()
    {
        provider.AcceptAndHang = true;
        var mails = new Mails(Options(timeout: TimeSpan.FromSeconds(1)));
        var items = Readers(2);
        Assert.All(await SendAsync(items, mails), outcome => Assert.IsType<SendOutcome.RetryLater>(outcome));
        provider.AcceptAndHang = false;
        Assert.All(await SendAsync(items, mails), outcome => Assert.IsType<SendOutcome.Delivered>(outcome));

        Assert.Equal(2, provider.Accepted.Select(item => item.GetProperty("headers").GetProperty("Message-ID").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task What_cannot_be_composed_does_not_stop_the_rest()
    {
        var nobody = SampleAlerts.Mail(DeliveryContent.Alert, SampleAlerts.Reader() with { Channel = new(Core.Subscriptions.ChannelKind.Email, "none") });
        var outcomes = await SendAsync([nobody, .. Readers(1)]);

        Assert.IsType<SendOutcome.Refused>(outcomes[0]);
        Assert.IsType<SendOutcome.Delivered>(outcomes[1]);
    }

    private async Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<EmailToSend> items, Mails? mails = null)
    {
        mails ??= new Mails(Options());
        var options = Microsoft.Extensions.Options.Options.Create(mails.Options);
        using var gateway = new SendGridGateway(mails.Options.SendGrid, mails.Time);
        return await new SendGridEmailSender(mails.Composer, new SendGridMessages(options), gateway, TimeProvider.System, NullLogger<SendGridEmailSender>.Instance).SendAsync(items, TestContext.Current.CancellationToken);
    }

    private EmailOptions Options(string key = "SG.good", TimeSpan? timeout = null) => new()
    {
        Mode = EmailMode.SendGrid,
        From = "alerts@example.org",
        SendGrid = new SendGridOptions { ApiKey = key, BaseUrl = provider.Url, Timeout = timeout ?? TimeSpan.FromSeconds(60) },
    };

    private static List<EmailToSend> Readers(int count) => [.. Enumerable.Range(0, count).Select(i => SampleAlerts.Mail(DeliveryContent.Alert, SampleAlerts.Reader($"r{i}@example.org")))];

    private static string Substituted(string text, JsonElement personalisation) => personalisation.GetProperty("substitutions").EnumerateObject()
        .Aggregate(text, (body, mark) => body.Replace(mark.Name, mark.Value.GetString()!, StringComparison.Ordinal));

    private static string TokenIn(string html) => html.Split("/unsubscribe?token=")[1].Split('"')[0];
}
