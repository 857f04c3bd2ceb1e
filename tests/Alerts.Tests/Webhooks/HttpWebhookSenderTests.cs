using System.Text.Json;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Sources.Guarding;
using Alerts.Core.Subscriptions;
using Alerts.Infrastructure.Fetching;
using Alerts.Infrastructure.Webhooks;
using Alerts.Tests.Deliveries;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Webhooks;

public sealed class HttpWebhookSenderTests(Receiver receiver) : IClassFixture<Receiver>
{
    private static readonly WebhookSecret Secret = new(WebhookSecretKey.Format(new byte[32]));

    private readonly FakeTimeProvider time = new(SampleAlerts.Now);

    [Fact]
    public async Task A_call_is_signed_json_and_what_was_answered_is_kept()
    {
        var outcome = await SendAsync("/ok");
        var (_, headers, body) = receiver.Calls.Last(call => call.Path == "/ok");

        Assert.Equal(new SendOutcome.Delivered(null, 200, "200: thanks"), outcome);
        Assert.Equal("application/json; charset=utf-8", headers.ContentType.ToString());
        Assert.Equal(WebhookSignature.Sign([Secret], headers["webhook-id"]!, time.GetUtcNow(), body), headers["webhook-signature"].ToString());
        Assert.Equal("alert.created", JsonDocument.Parse(body).RootElement.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Every_attempt_has_the_same_id_and_body_and_its_own_timestamp()
    {
        await SendAsync("/status/500");
        time.Advance(TimeSpan.FromMinutes(5));
        await SendAsync("/status/500");
        var calls = receiver.Calls.Where(call => call.Path == "/status/500").TakeLast(2).ToList();

        Assert.Equal(calls[0].Headers["webhook-id"], calls[1].Headers["webhook-id"]);
        Assert.Equal(calls[0].Body, calls[1].Body);
        Assert.NotEqual(calls[0].Headers["webhook-timestamp"], calls[1].Headers["webhook-timestamp"]);
    }

    [Theory]
    [InlineData("/status/204", typeof(SendOutcome.Delivered))]
    [InlineData("/status/410", typeof(SendOutcome.EndpointGone))]
    [InlineData("/status/400", typeof(SendOutcome.RetryLater))]
    [InlineData("/status/404", typeof(SendOutcome.RetryLater))]
    [InlineData("/status/500", typeof(SendOutcome.RetryLater))]
    [InlineData("/reset", typeof(SendOutcome.RetryLater))]
    [InlineData("/endless", typeof(SendOutcome.Delivered))]
    public async Task An_answer_is_judged_by_its_status(string path, Type outcome) => Assert.IsType(outcome, await SendAsync(path));

    [Theory]
    [InlineData(429, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(500, false)]
    public async Task Who_asks_for_patience_gets_it(int status, bool honoured) =>
        Assert.Equal(honoured ? TimeSpan.FromSeconds(120) : null, Assert.IsType<SendOutcome.RetryLater>(await SendAsync($"/later/{status}")).After);

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var before = receiver.Calls.Count(call => call.Path == "/ok");
        var outcome = Assert.IsType<SendOutcome.RetryLater>(await SendAsync("/moved"));

        Assert.Equal(307, outcome.Status);
        Assert.Equal(before, receiver.Calls.Count(call => call.Path == "/ok"));
    }

    [Fact]
    public async Task One_kibibyte_of_an_endless_answer_is_kept()
    {
        var outcome = Assert.IsType<SendOutcome.Delivered>(await SendAsync("/endless"));

        Assert.Equal("200: ".Length + 1_024, outcome.Detail.Length);
    }

    [Fact]
    public async Task Fifteen_seconds_are_waited_for_an_answer()
    {
        var sending = SendAsync("/slow");
        while (!receiver.Calls.Any(call => call.Path == "/slow"))
            await Task.Yield();
        time.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(new SendOutcome.RetryLater("no answer within 15 seconds", Slows: true), await sending);
    }

    [Theory]
    [InlineData("http://hooks.example.net/in", "the endpoint must be https")]
    [InlineData("not a url", "the endpoint's address is none")]
    [InlineData("https://127.0.0.1:9/in", "")]
    [InlineData("https://169.254.169.254/latest", "")]
    [InlineData("https://[::1]/in", "")]
    public async Task An_address_that_is_not_public_and_https_is_never_called(string url, string why)
    {
        var refused = Assert.IsType<SendOutcome.Refused>(await Sender().SendAsync(SampleAlerts.Call(DeliveryContent.Alert, SampleAlerts.Endpoint(url)), TestContext.Current.CancellationToken));

        Assert.Contains(why, refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_tried_again() =>
        Assert.IsType<SendOutcome.RetryLater>(await Sender("127.0.0.1:1").SendAsync(
            SampleAlerts.Call(DeliveryContent.Alert, SampleAlerts.Endpoint("http://127.0.0.1:1/in")), TestContext.Current.CancellationToken));

    private Task<SendOutcome> SendAsync(string path)
    {
        var endpoint = SampleAlerts.Endpoint($"http://{receiver.Authority}{path}", WebhookFormat.Standard, Secret);
        return Sender(receiver.Authority).SendAsync(SampleAlerts.Call(DeliveryContent.Alert, endpoint), TestContext.Current.CancellationToken);
    }

    private HttpWebhookSender Sender(params string[] allowed)
    {
        var client = new HttpClient(GuardedHttpHandler.Create(new FetchingOptions { AllowedHosts = allowed })) { Timeout = Timeout.InfiniteTimeSpan };
        var requests = new WebhookRequests(new WebhookBodies(new PublicLinks(new Uri("https://alerts.example.org"))));
        return new HttpWebhookSender(client, requests, new AllowedHosts(allowed), time, NullLogger<HttpWebhookSender>.Instance);
    }
}
