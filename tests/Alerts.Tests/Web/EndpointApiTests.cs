using System.Net;
using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class EndpointApiTests : IAsyncLifetime
{
    private WebHost host = null!;
    private string id = "";
    private string secret = "";
    private string token = "";

    public async ValueTask InitializeAsync()
    {
        host = await WebHost.StartAsync();
        var (_, made) = await host.Admin.SendAsync("POST", "/api/subscriptions/webhooks", "{\"url\":\"https://siem.example.org/in\",\"ownerEmail\":\"owner@example.org\",\"preferences\":{\"topics\":[\"dprk-crypto\"]}}");
        (id, secret) = (made.GetProperty("subscription").Text("id"), made.Text("secret"));
        token = new Uri(made.Text("ownerUrl")).Query["?token=".Length..];
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Replaying_sends_what_was_due_and_did_not_arrive_and_repeating_it_sends_nothing()
    {
        await AddAlertAsync("late", hoursAgo: 30);
        var (arrived, missed) = (await AddAlertAsync("arrived", hoursAgo: 3), await AddAlertAsync("missed", hoursAgo: 2));
        await AddAlertAsync("other topic", hoursAgo: 2, "exchange-hack");
        await DeliverAsync(arrived, DeliveryState.Sent);
        await DeliverAsync(missed, DeliveryState.Cancelled);
        var since = $"{{\"since\":\"{WebHost.Now.AddHours(-24):O}\"}}";

        var first = (await host.Admin.SendAsync("POST", $"/api/subscriptions/{id}/replay", since)).Body;
        var again = (await host.Admin.SendAsync("POST", $"/api/subscriptions/{id}/replay", since)).Body;

        Assert.Equal(("2", "1", "1", "0"), (first.Text("due"), first.Text("arrived"), first.Text("sent"), first.Text("earlier")));
        Assert.Equal("0", again.Text("sent"));
        var replayed = Assert.Single(await DeliveriesAsync(), delivery => delivery.State == DeliveryState.Due);
        Assert.Equal([missed], replayed.AlertIds);
        Assert.Single(host.Get<IMessageQueue, MemoryMessageQueue>().Sent, message => message.Queue == QueueNames.Webhook);
    }

    [Fact]
    public async Task All_of_a_time_is_sent_again_once_a_key()
    {
        await DeliverAsync(await AddAlertAsync("arrived", hoursAgo: 3), DeliveryState.Sent);
        string Wish(string key) => $"{{\"since\":\"{WebHost.Now.AddHours(-24):O}\",\"all\":true,\"key\":\"{key}\"}}";

        var sent = new List<string>();
        foreach (var key in (string[])["a", "a", "b"])
        {
            sent.Add((await host.Admin.SendAsync("POST", $"/api/subscriptions/{id}/replay", Wish(key))).Body.Text("sent"));
        }

        Assert.Equal(["1", "0", "1"], sent);
    }

    [Theory]
    [InlineData("{}", "since")]
    [InlineData("{\"since\":\"2020-01-01T00:00:00Z\"}", "since")]
    [InlineData("{\"since\":\"2026-03-02T13:00:00Z\"}", "since")]
    [InlineData("{\"since\":\"2026-03-02T11:00:00Z\",\"until\":\"2026-03-02T10:00:00Z\"}", "until")]
    [InlineData("{\"since\":\"2026-03-02T11:00:00Z\",\"key\":\"\"}", "key")]
    public async Task A_replay_that_makes_no_sense_says_why(string body, string field) =>
        Assert.True((await host.Admin.SendAsync("POST", $"/api/subscriptions/{id}/replay", body)).Body.GetProperty("errors").TryGetProperty(field, out _));

    [Fact]
    public async Task A_rotated_secret_signs_beside_the_new_one_for_a_day()
    {
        var (_, rotated) = await host.Admin.SendAsync("POST", $"/api/subscriptions/{id}/rotate-secret");
        var secrets = (await host.Get<ISubscriptionStore>().GetAsync(id, Stop))!.Channel.Secrets;
        byte[] body = [1, 2, 3];
        string By(string key, DateTimeOffset at) => WebhookSignature.Sign([new WebhookSecret(key)], "msg_1", at, body);
        string Signed(DateTimeOffset at) => WebhookSignature.Sign(secrets, "msg_1", at, body);

        Assert.NotEqual(secret, rotated.Text("secret"));
        var (within, after) = (WebHost.Now.AddHours(23.9), WebHost.Now.AddHours(24));
        Assert.Equal($"{By(rotated.Text("secret"), within)} {By(secret, within)}", Signed(within));
        Assert.Equal(By(rotated.Text("secret"), after), Signed(after));
        Assert.DoesNotContain("whsec_", (await host.Admin.SendAsync("GET", $"/api/subscriptions/{id}")).Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_reads_the_log_and_sends_again_without_a_key()
    {
        var alert = await AddAlertAsync("missed", hoursAgo: 2);
        await DeliverAsync(alert, DeliveryState.GivenUp);
        using var owner = host.CreateClient(token);

        var log = (await owner.SendAsync("GET", $"/api/subscriptions/{id}/deliveries")).Body.GetProperty("items")[0];
        Assert.Equal("503: down for repair", log.GetProperty("attempts")[0].Text("detail"));
        Assert.Equal(HttpStatusCode.Accepted, (await owner.SendAsync("POST", $"/api/subscriptions/{id}/deliveries/{log.Text("id")}/resend")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await owner.SendAsync("POST", $"/api/subscriptions/{id}/deliveries/{log.Text("id")}/resend")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.SendAsync("POST", $"/api/subscriptions/{id}/deliveries/{alert}.other/resend")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await owner.SendAsync("POST", "/api/subscriptions/other/replay", "{}")).Status);
    }

    [Fact]
    public async Task The_owners_page_shows_the_log_and_its_buttons_work()
    {
        var alert = await AddAlertAsync("missed", hoursAgo: 2);
        await DeliverAsync(alert, DeliveryState.GivenUp);
        var stored = (await host.Get<ISubscriptionStore>().GetAsync(id, Stop))!;
        await host.Get<ISubscriptionStore>().TrySaveAsync(stored with { Status = SubscriptionStatus.Disabled, StatusReason = "it answered 410: <b>Gone</b>" }, Stop);

        var page = await host.Client.GetStringAsync($"/endpoint?token={token}", Stop);
        Assert.Contains("503: down for repair", page, StringComparison.Ordinal);
        Assert.Contains("it answered 410: &lt;b&gt;Gone&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("siem.example.org/in", page, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", page, StringComparison.Ordinal);

        Assert.Contains("It is enabled", await PostAsync("enable"), StringComparison.Ordinal);
        Assert.Contains("A test event is on its way", await PostAsync("test"), StringComparison.Ordinal);
        Assert.Contains("It is on its way again", await PostAsync("resend", ("delivery", $"{alert}.{id}")), StringComparison.Ordinal);
        Assert.Contains("There is nothing to send", await PostAsync("replay", ("days", "7")), StringComparison.Ordinal);
        Assert.Contains("whsec_", await PostAsync("rotate"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client.GetAsync("/endpoint?token=forged", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Client.GetAsync($"/endpoint?token={host.Token(Core.Subscriptions.Tokens.TokenPurpose.Unsubscribe, stored)}", Stop)).StatusCode);
    }

    private async Task<string> PostAsync(string act, params (string Name, string Value)[] more)
    {
        using var form = new FormUrlEncodedContent([new("token", Uri.UnescapeDataString(token)), .. more.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        using var response = await host.Client.PostAsync($"/endpoint/{act}", form, Stop);
        return response.StatusCode == HttpStatusCode.SeeOther
            ? await host.Client.GetStringAsync(response.Headers.Location, Stop)
            : await response.Content.ReadAsStringAsync(Stop);
    }

    private async Task<string> AddAlertAsync(string name, int hoursAgo, string topic = "dprk-crypto")
    {
        var at = WebHost.Now.AddHours(-hoursAgo);
        var storyId = Core.DerivedId.Of(name);
        var told = new Announcement(1, Alert.IdOf(storyId, 1), at, Severity.High, StoryFacts.None, Complete: true);
        var story = WebData.Story(storyId) with { Topics = [topic], FirstSeenAt = at, LastSeenAt = at, Announced = told };
        await host.Get<IStoryStore>().TrySaveAsync(story, Stop);
        await host.Get<IAlertStore>().AddIfAbsentAsync(new Alert { Id = told.AlertId, Sequence = 1, CreatedAt = at, Story = story, Hits = [WebData.Hit(topic)] }, Stop);
        return told.AlertId;
    }

    private async Task DeliverAsync(string alert, DeliveryState state) => await host.Get<IDeliveryStore>().AddIfAbsentAsync(
        [
            new Delivery
            {
                Id = new DeliveryId(alert, id), Content = DeliveryContent.Alert, Channel = ChannelKind.Webhook, CreatedAt = WebHost.Now.AddHours(-2), NextAttemptAt = WebHost.Now, State = state,
                AlertIds = [alert], AttemptCount = 1, Attempts = [new DeliveryAttempt(WebHost.Now, 503, "503: down for repair", 12)],
            },
        ], Stop);

    private async Task<IReadOnlyList<Delivery>> DeliveriesAsync() => (await host.Get<IDeliveryStore>().ListAsync(id, null, 50, null, Stop)).Items;
}
