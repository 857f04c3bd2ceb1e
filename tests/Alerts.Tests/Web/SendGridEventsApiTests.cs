using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Providers;
using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class SendGridEventsApiTests : IAsyncLifetime
{
    private const string Address = "/api/providers/sendgrid/events";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Subscription reader = WebData.Active();
    private WebHost host = null!;

    private DeliveryId Id => new("c1", reader.Id);

    public async ValueTask InitializeAsync()
    {
        host = await WebHost.StartAsync(new Dictionary<string, string?> { ["Alerts:Email:SendGrid:EventWebhookPublicKey"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) });
        await host.Get<ISubscriptionStore>().TrySaveAsync(reader, Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        key.Dispose();
    }

    public static TheoryData<string, string, SubscriptionStatus> Kinds => new()
    {
        { "bounce", "\"type\":\"bounce\"", SubscriptionStatus.Suppressed },
        { "dropped", "\"reason\":\"Bounced Address\"", SubscriptionStatus.Suppressed },
        { "dropped", "\"reason\":\"Spam Content\"", SubscriptionStatus.Active },
        { "spamreport", "\"x\":1", SubscriptionStatus.Suppressed },
        { "unsubscribe", "\"x\":1", SubscriptionStatus.Suppressed },
        { "group_unsubscribe", "\"x\":1", SubscriptionStatus.Suppressed },
        { "bounce", "\"type\":\"blocked\"", SubscriptionStatus.Active },
        { "deferred", "\"response\":\"451 later\"", SubscriptionStatus.Active },
        { "delivered", "\"response\":\"250 OK\"", SubscriptionStatus.Active },
        { "open", "\"x\":1", SubscriptionStatus.Active },
        { "a kind added later", "\"x\":1", SubscriptionStatus.Active },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_signed_event_suppresses_where_it_should(string name, string more, SubscriptionStatus status)
    {
        await AddAsync(DeliveryState.Sent);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Event(name, more))).Status);
        Assert.Equal(status, (await ReaderAsync()).Status);
    }

    [Fact]
    public async Task A_suppressed_reader_is_listed_with_the_reason_and_gets_no_confirmation()
    {
        await AddAsync(DeliveryState.Sent);
        await PostAsync(Event("bounce", "\"type\":\"bounce\",\"reason\":\"550 5.1.1 no such user\""));

        Assert.Contains("550 5.1.1 no such user", (await ReaderAsync()).StatusReason, StringComparison.Ordinal);
        await host.Client.SendAsync("POST", "/api/subscriptions", "{\"email\":\"reader@example.org\"}");
        Assert.DoesNotContain((await host.Get<IDeliveryStore>().ListAsync(reader.Id, null, 10, null, Stop)).Items, delivery => delivery.Content == DeliveryContent.Confirmation);
    }

    [Theory]
    [InlineData("processed")]
    [InlineData("delivered")]
    public async Task A_mail_that_was_claimed_but_not_recorded_is_sent_once_the_provider_says_so(string name)
    {
        await AddAsync(DeliveryState.Sending);

        var (_, tally) = await PostAsync(Event(name, "\"sg_message_id\":\"abc.filter001\""));

        var delivery = Assert.Single(await host.Get<IDeliveryStore>().GetAsync([Id], Stop));
        Assert.Equal((DeliveryState.Sent, "abc"), (delivery.State, delivery.ProviderId));
        Assert.Equal("1", tally.Text("taken"));
    }

    [Fact]
    public async Task A_batch_is_taken_whole_and_a_repeat_of_it_changes_nothing()
    {
        await AddAsync(DeliveryState.Sent);
        var body = Body(Event("delivered", "\"sg_event_id\":\"1\""), Event("bounce", "\"type\":\"bounce\",\"sg_event_id\":\"2\""), Event("open", "\"sg_event_id\":\"3\""),
            "{\"event\":\"bounce\",\"sg_event_id\":\"4\"}", "{\"event\":\"bounce\",\"delivery_id\":\"no.such\",\"sg_event_id\":\"5\"}", "17");

        var first = (await PostAsync(body)).Body;
        Assert.True(await host.Get<Suppressions>().RemoveAsync(reader.Id, Stop));
        var again = (await PostAsync(body)).Body;

        Assert.Equal(("2", "3"), (first.Text("taken"), first.Text("passedOver")));
        Assert.Equal(("0", "5"), (again.Text("taken"), again.Text("passedOver")));
        Assert.Equal(SubscriptionStatus.Active, (await ReaderAsync()).Status);
        Assert.Equal([ProviderEventKind.Delivered, ProviderEventKind.Bounced], Assert.Single(await host.Get<IDeliveryStore>().GetAsync([Id], Stop)).Reports.Select(report => report.Kind));
    }

    [Fact]
    public async Task An_event_about_an_earlier_sign_up_does_not_end_the_present_one()
    {
        await AddAsync(DeliveryState.Sent);

        await PostAsync(Body(Event("bounce", "\"type\":\"bounce\"", reader.Consent!.RequestedAt.AddDays(-1))));

        Assert.Equal(SubscriptionStatus.Active, (await ReaderAsync()).Status);
    }

    [Fact]
    public async Task What_is_unsigned_forged_or_stale_is_refused_and_changes_nothing()
    {
        await AddAsync(DeliveryState.Sent);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var body = Body(Event("bounce", "\"type\":\"bounce\""));

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.SendAsync("POST", Address, body)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(body, by: stranger)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(body, signed: body.Replace("bounce", "open", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(body, at: WebHost.Now.AddMinutes(-11))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(body, at: WebHost.Now.AddMinutes(11))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("{}")).Status);
        Assert.Equal(SubscriptionStatus.Active, (await ReaderAsync()).Status);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_believed()
    {
        await using var bare = await WebHost.StartAsync();

        var (status, problem) = await bare.Client.SendAsync("POST", Address, "[]");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("EventWebhookPublicKey", problem.Text("detail"), StringComparison.Ordinal);
    }

    private string Event(string name, string more, DateTimeOffset? at = null) =>
        $"{{\"event\":\"{name}\",\"delivery_id\":\"{Id}\",\"timestamp\":{(at ?? WebHost.Now).ToUnixTimeSeconds()},{(more.Contains("sg_event_id", StringComparison.Ordinal) ? "" : "\"sg_event_id\":\"e\",")}{more}}}";

    private static string Body(params string[] events) => $"[{string.Join(',', events)}]";

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string body, DateTimeOffset? at = null, ECDsa? by = null, string? signed = null)
    {
        body = body.StartsWith("{\"event\"", StringComparison.Ordinal) ? Body(body) : body;
        var timestamp = (at ?? WebHost.Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = (by ?? key).SignData(Encoding.UTF8.GetBytes(timestamp + (signed ?? body)), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        using var client = host.CreateClient(key: null);
        client.DefaultRequestHeaders.Add("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature));
        client.DefaultRequestHeaders.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        return await client.SendAsync("POST", Address, body);
    }

    private async Task AddAsync(DeliveryState state) => await host.Get<IDeliveryStore>().AddIfAbsentAsync(
        [Some.Delivery() with { Id = Id, State = state, AttemptCount = 1, Owner = "dead", ClaimedUntil = WebHost.Now + DeliveryClaims.ClaimFor }], Stop);

    private async Task<Subscription> ReaderAsync() => (await host.Get<ISubscriptionStore>().GetAsync(reader.Id, Stop))!;
}
