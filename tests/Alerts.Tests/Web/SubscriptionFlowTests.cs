using System.Net;
using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Matching.Own;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Tests.Fakes;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class SubscriptionFlowTests
{
    private const string Address = "Reader@Example.org";

    private static readonly string Id = Subscription.IdOf(ChannelKind.Email, "reader@example.org");

    [Fact]
    public async Task From_sign_up_to_leaving_by_page()
    {
        await using var host = await WebHost.StartAsync();

        var asked = await SignUpAsync(host, Address);
        var pending = await FindAsync(host);
        var mail = Assert.Single((await host.Get<IDeliveryStore>().ListAsync(Id, null, 10, null, Stop)).Items);

        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.Equal("/subscribe/check-mail", asked.Headers.Location?.ToString());
        Assert.Equal(SubscriptionStatus.Pending, pending?.Status);
        Assert.Equal(["dprk-crypto"], pending!.Topics);
        Assert.Equal("page", pending.Consent?.Source);
        Assert.Equal(DeliveryContent.Confirmation, mail.Content);

        var confirm = host.Token(TokenPurpose.Confirm, pending);
        var page = await host.Client.GetStringAsync("/confirm?token=" + confirm, Stop);
        Assert.Contains(Address, page, StringComparison.Ordinal);
        Assert.Equal(SubscriptionStatus.Pending, (await FindAsync(host))!.Status);

        await PostAsync(host, "/confirm", ("token", confirm));
        var active = (await FindAsync(host))!;
        Assert.Equal(SubscriptionStatus.Active, active.Status);
        Assert.Equal(WebHost.Now, active.Consent?.ConfirmedAt);

        var preferences = host.Token(TokenPurpose.Preferences, active);
        Assert.Contains("Your preferences", await host.Client.GetStringAsync("/preferences?token=" + preferences, Stop), StringComparison.Ordinal);
        var saved = await PostAsync(
            host, "/preferences", ("token", preferences), ("topics", "exchange-hack"), ("cadence", "Daily"), ("minimumSeverity", "high"), ("timeZone", "Asia/Seoul"), ("languages", "ko"),
            ("digestAt", "07:30"), ("digestDay", "Friday"), ("quiet", "on"), ("quietFrom", "22:00"), ("quietUntil", "06:00"), ("watchWords", "Upbit\r\nBinance"), ("maxAlertsPerDay", "5"));
        var preferred = (await FindAsync(host))!;
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(["exchange-hack"], preferred.Topics);
        Assert.Equal(["Upbit", "Binance"], preferred.WatchWords);
        Assert.Equal((Cadence.Daily, "Asia/Seoul", new TimeOnly(7, 30), DayOfWeek.Friday, (int?)5), (preferred.Cadence, preferred.TimeZone, preferred.DigestAt, preferred.DigestDay, preferred.MaxAlertsPerDay));
        Assert.Equal(new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 0), ExceptCritical: false), preferred.QuietHours);

        var leave = host.Token(TokenPurpose.Unsubscribe, active);
        await host.Client.GetStringAsync("/unsubscribe?token=" + leave, Stop);
        Assert.Equal(SubscriptionStatus.Active, (await FindAsync(host))!.Status);
        await PostAsync(host, "/unsubscribe", ("token", leave));
        Assert.Equal(SubscriptionStatus.Unsubscribed, (await FindAsync(host))!.Status);
    }

    [Fact]
    public async Task One_click_of_a_mail_client_leaves()
    {
        await using var host = await WebHost.StartAsync();
        var active = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(Address.ToLowerInvariant()), Stop))!;

        var answer = await PostAsync(host, "/unsubscribe?token=" + host.Token(TokenPurpose.Unsubscribe, active), ("List-Unsubscribe", "One-Click"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SubscriptionStatus.Unsubscribed, (await FindAsync(host))!.Status);
    }

    [Fact]
    public async Task Fetching_every_link_as_a_scanner_does_changes_nothing()
    {
        await using var host = await WebHost.StartAsync();
        var pending = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(Address.ToLowerInvariant(), SubscriptionStatus.Pending), Stop))!;
        var tokens = Enum.GetValues<TokenPurpose>().ToDictionary(purpose => purpose, purpose => host.Token(purpose, pending));

        foreach (var (path, purpose) in new[]
        {
            ("/confirm", TokenPurpose.Confirm), ("/preferences", TokenPurpose.Preferences), ("/preferences/export", TokenPurpose.Preferences), ("/preferences/erase", TokenPurpose.Preferences),
            ("/preferences/topics", TokenPurpose.Preferences), ("/unsubscribe", TokenPurpose.Unsubscribe),
        })
        {
            using var answer = await host.Client.GetAsync($"{path}?token={tokens[purpose]}", Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var head = await host.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{path}?token={tokens[purpose]}"), Stop);
        }

        Assert.Equal(pending, await FindAsync(host));
    }

    [Fact]
    public async Task Known_and_unknown_addresses_are_answered_alike()
    {
        await using var host = await WebHost.StartAsync();
        var store = host.Get<ISubscriptionStore>();
        foreach (var status in Enum.GetValues<SubscriptionStatus>())
        {
            await store.TrySaveAsync(WebData.Active($"{status}@example.org".ToLowerInvariant(), status), Stop);
        }

        var answers = new HashSet<string>();
        foreach (var name in Enum.GetNames<SubscriptionStatus>().Append("unknown"))
        {
            using var page = await SignUpAsync(host, $"{name}@example.org");
            var (status, body) = await host.Client.SendAsync("POST", "/api/subscriptions", $$"""{"email":"{{name}}@example.org"}""");
            answers.Add($"{page.StatusCode} {page.Headers.Location} {status} {body}");
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task Signing_up_again_and_again_mails_once_an_interval()
    {
        await using var host = await WebHost.StartAsync();

        foreach (var minutes in new[] { 0, 5, 5, 5, 5 })
        {
            host.Time.Advance(TimeSpan.FromMinutes(minutes));
            await SignUpAsync(host, Address);
        }

        Assert.Equal(2, (await host.Get<IDeliveryStore>().ListAsync(Id, null, 10, null, Stop)).Items.Count);
    }

    [Fact]
    public async Task A_confirmed_subscription_is_not_changed_by_a_strangers_sign_up()
    {
        await using var host = await WebHost.StartAsync();
        var active = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(Address.ToLowerInvariant()), Stop))!;

        await SignUpAsync(host, Address);

        Assert.Equal(active, await FindAsync(host));
        Assert.Equal(DeliveryContent.Welcome, Assert.Single((await host.Get<IDeliveryStore>().ListAsync(Id, null, 10, null, Stop)).Items).Content);
    }

    [Fact]
    public async Task Pressing_the_button_twice_welcomes_once()
    {
        await using var host = await WebHost.StartAsync();
        var pending = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(Address.ToLowerInvariant(), SubscriptionStatus.Pending), Stop))!;

        await PostAsync(host, "/confirm", ("token", host.Token(TokenPurpose.Confirm, pending)));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await PostAsync(host, "/confirm", ("token", host.Token(TokenPurpose.Confirm, pending)));

        Assert.Equal(DeliveryContent.Welcome, Assert.Single((await host.Get<IDeliveryStore>().ListAsync(Id, null, 10, null, Stop)).Items).Content);
    }

    [Fact]
    public async Task Signing_up_after_leaving_is_a_new_generation_that_old_tokens_cannot_confirm()
    {
        await using var host = await WebHost.StartAsync();
        var left = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(Address.ToLowerInvariant(), SubscriptionStatus.Unsubscribed), Stop))!;

        await SignUpAsync(host, Address);
        var again = (await FindAsync(host))!;
        using var old = await PostAsync(host, "/confirm", ("token", host.Token(TokenPurpose.Confirm, left)));

        Assert.Equal(2, again.Generation);
        Assert.Equal(HttpStatusCode.Forbidden, old.StatusCode);
        Assert.Equal(SubscriptionStatus.Pending, (await FindAsync(host))!.Status);

        await PostAsync(host, "/unsubscribe", ("token", host.Token(TokenPurpose.Unsubscribe, left)));
        Assert.Equal(SubscriptionStatus.Unsubscribed, (await FindAsync(host))!.Status);
    }

    [Theory]
    [InlineData("/confirm", TokenPurpose.Preferences)]
    [InlineData("/preferences", TokenPurpose.Unsubscribe)]
    [InlineData("/preferences/erase", TokenPurpose.Confirm)]
    [InlineData("/unsubscribe", TokenPurpose.Preferences)]
    public async Task A_token_for_another_purpose_does_nothing(string path, TokenPurpose purpose)
    {
        await using var host = await WebHost.StartAsync();
        var pending = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(Address.ToLowerInvariant(), SubscriptionStatus.Pending), Stop))!;

        using var answer = await PostAsync(host, path, ("token", host.Token(purpose, pending)), ("topics", "exchange-hack"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(pending, await FindAsync(host));
    }

    [Fact]
    public async Task A_confirmation_after_two_days_says_what_to_do()
    {
        await using var host = await WebHost.StartAsync();
        var pending = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(Address.ToLowerInvariant(), SubscriptionStatus.Pending), Stop))!;
        var token = host.Token(TokenPurpose.Confirm, pending);
        host.Time.Advance(TimeSpan.FromHours(49));

        using var answer = await PostAsync(host, "/confirm", ("token", token));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Sign up again", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_entered_wrongly_is_shown_again_with_the_reason()
    {
        await using var host = await WebHost.StartAsync();

        using var answer = await PostAsync(
            host, "/subscribe", ("email", "x@example.org"), ("topics", "dprk-crypto"), ("cadence", "Daily"), ("minimumSeverity", "low"), ("timeZone", "Berlin<script>"), ("digestAt", "08:00"),
            ("digestDay", "Monday"));
        var page = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("must be the IANA name of a time zone", page, StringComparison.Ordinal);
        Assert.Contains("value=\"x@example.org\"", page, StringComparison.Ordinal);
        Assert.Contains("Berlin&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_leaves_nothing_and_the_export_before_it_has_everything()
    {
        await using var host = await WebHost.StartAsync();
        var active = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(Address.ToLowerInvariant()), Stop))!;
        await host.Get<IAlertStore>().HoldAsync([new HeldAlert(Id, "a1", WebHost.Now, "cadence")], Stop);
        var token = host.Token(TokenPurpose.Preferences, active);

        var export = await host.Client.GetStringAsync("/preferences/export?token=" + token, Stop);
        await PostAsync(host, "/preferences/erase", ("token", token));

        Assert.Contains("reader@example.org", export, StringComparison.Ordinal);
        Assert.Contains("192.0.2.1", export, StringComparison.Ordinal);
        Assert.Null(await FindAsync(host));
        Assert.Empty(await host.Get<IAlertStore>().ListHeldAsync(Id, 10, Stop));
    }

    [Fact]
    public async Task Erasing_reaches_own_topics_what_they_found_their_alerts_and_every_delivery()
    {
        await using var host = await WebHost.StartAsync();
        var active = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(Address.ToLowerInvariant()), Stop))!;
        var topic = OwnTopic.IdOf(Id, "acme");
        await host.Get<IOwnTopicStore>().TrySaveAsync(new OwnTopic { Id = topic, OwnerId = Id, Name = "acme", CreatedAt = WebHost.Now, Versions = [new OwnTopicVersion(1, "\"Acme\"", WebHost.Now, null)] }, Stop);
        await host.Get<IOwnHitStore>().AddIfAbsentAsync(Id, [WebData.Hit(topic, "Acme in the news")], Stop);
        var story = (await host.Get<IOwnStories>().Of(Id).TrySaveAsync(WebData.Story(), Stop))!;
        var alert = Alert.IdOf(story.Id, 2, Id);
        await host.Get<IAlertStore>().AddIfAbsentAsync(new Alert { Id = alert, OwnerId = Id, Sequence = 2, CreatedAt = WebHost.Now, Story = story, Hits = [] }, Stop);
        await host.Get<IDeliveryStore>().AddIfAbsentAsync([Delivery.Of(new Alert { Id = alert, Sequence = 2, CreatedAt = WebHost.Now, Story = story, Hits = [] }, active)], Stop);

        var export = await host.Client.GetStringAsync("/preferences/export?token=" + host.Token(TokenPurpose.Preferences, active), Stop);
        await PostAsync(host, "/preferences/erase", ("token", host.Token(TokenPurpose.Preferences, active)));

        Assert.Contains("Acme in the news", export, StringComparison.Ordinal);
        Assert.Contains(alert, export, StringComparison.Ordinal);
        Assert.Empty(await host.Get<IOwnTopicStore>().ListAsync(Id, Stop));
        Assert.Empty((await host.Get<IOwnHitStore>().ListAsync(Id, null, 10, null, Stop)).Items);
        Assert.Null(await host.Get<IOwnStories>().Of(Id).GetAsync(story.Id, Stop));
        Assert.Empty(await host.Get<IAlertStore>().GetAsync([alert], Stop));
        Assert.Empty((await host.Get<IDeliveryStore>().ListAsync(null, null, 10, null, Stop)).Items);
    }

    [Theory]
    [InlineData(SubscriptionStatus.Active, 1)]
    [InlineData(SubscriptionStatus.Suppressed, 0)]
    public async Task An_erased_address_is_mailed_again_only_to_confirm_anew_and_not_at_all_where_mail_had_bounced(SubscriptionStatus status, int confirmations)
    {
        await using var host = await WebHost.StartAsync();
        var known = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(Address.ToLowerInvariant(), status), Stop))!;
        await PostAsync(host, "/preferences/erase", ("token", host.Token(TokenPurpose.Preferences, known)));

        using var answer = await SignUpAsync(host, Address);

        Assert.Equal("/subscribe/check-mail", answer.Headers.Location?.ToString());
        Assert.Equal(confirmations, (await host.Get<IDeliveryStore>().ListAsync(Id, null, 10, null, Stop)).Items.Count(delivery => delivery.Content == DeliveryContent.Confirmation));
        Assert.Equal(confirmations == 0 ? null : ConsentWording.Version, (await FindAsync(host))?.Consent?.Wording);
    }

    [Fact]
    public async Task Too_many_sign_ups_from_one_address_have_to_wait()
    {
        await using var host = await WebHost.StartAsync(
            new Dictionary<string, string?> { ["Alerts:Api:SignUpsPerAddress"] = "2", ["Alerts:Api:ClientAddressHeader"] = "X-Forwarded-For" });
        async Task<HttpStatusCode> FromAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/subscriptions") { Content = new StringContent("{\"email\":\"a@b.example\"}", null, "application/json") };
            request.Headers.Add("X-Forwarded-For", "198.51.100.99, " + address);
            using var response = await host.Client.SendAsync(request, Stop);
            Assert.True(response.StatusCode != HttpStatusCode.TooManyRequests || response.Headers.RetryAfter is not null);
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.Accepted, await FromAsync("203.0.113.7:4711"));
        Assert.Equal(HttpStatusCode.Accepted, await FromAsync("203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await FromAsync("203.0.113.7:4712"));
        Assert.Equal(HttpStatusCode.Accepted, await FromAsync("203.0.113.8"));
        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Accepted, await FromAsync("203.0.113.7"));
    }

    [Fact]
    public async Task A_webhook_shows_its_secret_once_and_rotates_it()
    {
        await using var host = await WebHost.StartAsync();

        var (status, made) = await host.Admin.SendAsync("POST", "/api/subscriptions/webhooks", """{"url":"https://hooks.example.org/in","format":"slack","ownerEmail":"ops@example.org"}""");
        var id = made.GetProperty("subscription").Text("id");
        var (again, _) = await host.Admin.SendAsync("POST", "/api/subscriptions/webhooks", """{"url":"https://hooks.example.org/in"}""");
        var (_, rotated) = await host.Admin.SendAsync("POST", $"/api/subscriptions/{id}/rotate-secret");
        var (tested, test) = await host.Admin.SendAsync("POST", $"/api/subscriptions/{id}/test");
        var (_, shown) = await host.Admin.SendAsync("GET", $"/api/subscriptions/{id}");
        var secrets = (await host.Get<ISubscriptionStore>().GetAsync(id, Stop))!.Channel.Secrets;

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Accepted), (status, again, tested));
        Assert.Equal([rotated.Text("secret"), made.Text("secret")], secrets.Select(secret => secret.Value));
        Assert.Equal([null, WebHost.Now.AddHours(24)], secrets.Select(secret => secret.ExpiresAt));
        Assert.DoesNotContain("whsec_", shown.ToString(), StringComparison.Ordinal);
        Assert.Equal("test", test.Text("content"));
        Assert.Contains(host.Get<IMessageQueue, MemoryMessageQueue>().Sent, sent => sent.Queue == QueueNames.Webhook);
    }

    private static async Task<Subscription?> FindAsync(WebHost host) => await host.Get<ISubscriptionStore>().GetAsync(Id, Stop);

    private static Task<HttpResponseMessage> SignUpAsync(WebHost host, string address) => PostAsync(
        host, "/subscribe", ("email", address), ("topics", "dprk-crypto"), ("cadence", "Immediate"), ("minimumSeverity", "low"), ("timeZone", "Europe/Berlin"), ("digestAt", "08:00"),
        ("digestDay", "Monday"));

    private static async Task<HttpResponseMessage> PostAsync(WebHost host, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await host.Client.PostAsync(path, form, Stop);
    }
}
