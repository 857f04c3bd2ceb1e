using System.Net;
using System.Text.RegularExpressions;
using Alerts.Core.Delivery;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

/// <summary>One subscriber, several channels: shared preferences, each its own pace.</summary>
public sealed class ChannelsTests
{
    [Fact]
    public async Task A_webhook_is_added_follows_the_preferences_keeps_its_pace_and_is_removed()
    {
        await using var host = await WebHost.StartAsync();
        var first = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(), Stop))!;
        var mine = host.CreateClient(host.Token(TokenPurpose.Preferences, first));

        var (made, added) = await mine.SendAsync("POST", $"/api/subscriptions/{first.Id}/channels", """{"url":"https://hooks.example.org/in","format":"slack","cadence":"daily"}""");
        var channel = added.GetProperty("subscription").Text("id");
        Assert.Equal(HttpStatusCode.Created, made);
        Assert.StartsWith("whsec_", added.Text("secret"), StringComparison.Ordinal);
        Assert.Equal(["dprk-crypto"], (await FindAsync(host, channel)).Topics);

        await mine.SendAsync("PATCH", $"/api/subscriptions/{first.Id}", """{"topics":["exchange-hack"],"watchWords":["업비트"],"cadence":"hourly","maxAlertsPerDay":3}""");
        var linked = await FindAsync(host, channel);
        Assert.Equal(["exchange-hack"], linked.Topics);
        Assert.Equal("upbit", linked.Counterparties["업비트"]);
        Assert.Equal((Cadence.Daily, 3, first.Id), (linked.Cadence, linked.MaxAlertsPerDay, linked.OwnerId));
        await mine.SendAsync("PATCH", $"/api/subscriptions/{first.Id}/channels/{channel}", """{"cadence":"weekly"}""");
        Assert.Equal((Cadence.Weekly, Cadence.Hourly), ((await FindAsync(host, channel)).Cadence, (await FindAsync(host, first.Id)).Cadence));
        var page = await host.Client.GetStringAsync("/preferences?token=" + host.Token(TokenPurpose.Preferences, first), Stop);
        Assert.Contains("https://hooks.example.org/in", page, StringComparison.Ordinal);
        var log = Regex.Match(page, """href="([^"]*/endpoint\?[^"]*)""").Groups[1].Value;
        Assert.Contains("hooks.example.org", await host.Client.GetStringAsync(new Uri(log).PathAndQuery, Stop), StringComparison.Ordinal);

        var (removed, _) = await mine.SendAsync("DELETE", $"/api/subscriptions/{first.Id}/channels/{channel}");
        Assert.Equal(HttpStatusCode.NoContent, removed);
        Assert.Null(await host.Get<ISubscriptionStore>().GetAsync(channel, Stop));
        Assert.Empty((await FindAsync(host, first.Id)).Linked);
    }

    [Fact]
    public async Task Leaving_and_erasing_reach_every_channel_and_a_strangers_channel_is_out_of_reach()
    {
        await using var host = await WebHost.StartAsync();
        var first = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(), Stop))!;
        var other = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active("other@example.org"), Stop))!;
        var mine = host.CreateClient(host.Token(TokenPurpose.Preferences, first));
        var theirs = host.CreateClient(host.Token(TokenPurpose.Preferences, other));
        var (_, added) = await mine.SendAsync("POST", $"/api/subscriptions/{first.Id}/channels", """{"url":"https://hooks.example.org/in"}""");
        var channel = added.GetProperty("subscription").Text("id");

        var (stolen, _) = await theirs.SendAsync("DELETE", $"/api/subscriptions/{other.Id}/channels/{channel}");
        var (twice, _) = await theirs.SendAsync("POST", $"/api/subscriptions/{other.Id}/channels", """{"url":"https://hooks.example.org/in"}""");
        var (inside, _) = await theirs.SendAsync("POST", $"/api/subscriptions/{other.Id}/channels", """{"url":"https://10.0.0.1/in"}""");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (stolen, twice, inside));

        await mine.SendAsync("POST", $"/api/subscriptions/{first.Id}/unsubscribe");
        Assert.Equal(SubscriptionStatus.Unsubscribed, (await FindAsync(host, channel)).Status);
        await mine.SendAsync("DELETE", $"/api/subscriptions/{first.Id}");
        Assert.Null(await host.Get<ISubscriptionStore>().GetAsync(channel, Stop));
        Assert.Null(await host.Get<ISubscriptionStore>().GetAsync(first.Id, Stop));
    }

    [Fact]
    public async Task A_further_mailbox_is_asked_follows_the_preferences_and_may_leave_by_itself()
    {
        await using var host = await WebHost.StartAsync();
        var first = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(), Stop))!;
        var mine = host.CreateClient(host.Token(TokenPurpose.Preferences, first));
        var id = Subscription.IdOf(ChannelKind.Email, "second@example.org");

        var (asked, _) = await mine.SendAsync("POST", $"/api/subscriptions/{first.Id}/channels", """{"email":"Second@example.org","cadence":"daily"}""");
        var second = await FindAsync(host, id);
        Assert.Equal((HttpStatusCode.Accepted, SubscriptionStatus.Pending, first.Id), (asked, second.Status, second.OwnerId));
        Assert.Equal(DeliveryContent.Confirmation, Assert.Single((await host.Get<IDeliveryStore>().ListAsync(id, null, 10, null, Stop)).Items).Content);

        using (await PostAsync(host, "/confirm", ("token", host.Token(TokenPurpose.Confirm, second))))
        {
            second = await FindAsync(host, id);
            Assert.Equal((SubscriptionStatus.Active, Cadence.Daily), (second.Status, second.Cadence));
        }

        await mine.SendAsync("PATCH", $"/api/subscriptions/{first.Id}", """{"topics":["exchange-hack"]}""");
        Assert.Equal(["exchange-hack"], (await FindAsync(host, id)).Topics);
        Assert.Contains("Second@example.org", await host.Client.GetStringAsync("/preferences?token=" + host.Token(TokenPurpose.Preferences, first), Stop), StringComparison.Ordinal);

        // Whoever reads the second mailbox decides nothing for the first.
        var token = host.Token(TokenPurpose.Preferences, second);
        var theirs = host.CreateClient(token);
        Assert.Contains("A further mailbox", await host.Client.GetStringAsync("/preferences?token=" + token, Stop), StringComparison.Ordinal);
        var (changed, _) = await theirs.SendAsync("PATCH", $"/api/subscriptions/{id}", """{"topics":["dprk-crypto"]}""");
        Assert.NotEqual(HttpStatusCode.OK, changed);
        var (export, data) = await theirs.SendAsync("GET", $"/api/subscriptions/{id}/export");
        Assert.True(export != HttpStatusCode.OK || !data.ToString().Contains("reader@example.org", StringComparison.Ordinal));

        using (await PostAsync(host, "/unsubscribe", ("token", host.Token(TokenPurpose.Unsubscribe, second))))
        {
            Assert.Equal(SubscriptionStatus.Unsubscribed, (await FindAsync(host, id)).Status);
            Assert.Equal(SubscriptionStatus.Active, (await FindAsync(host, first.Id)).Status);
        }

        await theirs.SendAsync("DELETE", $"/api/subscriptions/{id}");
        Assert.Equal(SubscriptionStatus.Active, (await FindAsync(host, first.Id)).Status);
    }

    [Theory]
    [InlineData("known@example.org", 202)]
    [InlineData("unknown@example.org", 202)]
    [InlineData("reader@example.org", 422)]
    [InlineData("nonsense", 422)]
    public async Task An_address_that_is_known_is_answered_as_one_that_is_not_and_stays_its_owners(string address, int status)
    {
        await using var host = await WebHost.StartAsync();
        var first = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(), Stop))!;
        var known = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active("known@example.org"), Stop))!;
        var mine = host.CreateClient(host.Token(TokenPurpose.Preferences, first));

        var (answer, _) = await mine.SendAsync("POST", $"/api/subscriptions/{first.Id}/channels", $$"""{"email":"{{address}}"}""");

        Assert.Equal(status, (int)answer);
        Assert.Null((await FindAsync(host, known.Id)).OwnerId);
    }

    [Fact]
    public async Task A_mailbox_that_signs_up_by_itself_is_nobodys_channel_any_more()
    {
        await using var host = await WebHost.StartAsync();
        var first = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(), Stop))!;
        var mine = host.CreateClient(host.Token(TokenPurpose.Preferences, first));
        await mine.SendAsync("POST", $"/api/subscriptions/{first.Id}/channels", """{"email":"second@example.org"}""");
        await host.Get<SignUps>().RequestAsync(new SignUpRequest("second@example.org", new Preferences { Topics = ["dprk-crypto"] }, ["dprk-crypto", "exchange-hack"], null, "page"), Stop);

        await mine.SendAsync("PATCH", $"/api/subscriptions/{first.Id}", """{"topics":["exchange-hack"]}""");
        await mine.SendAsync("DELETE", $"/api/subscriptions/{first.Id}");

        var own = await FindAsync(host, Subscription.IdOf(ChannelKind.Email, "second@example.org"));
        Assert.Null(own.OwnerId);
        Assert.Equal(["dprk-crypto"], own.Topics);
    }

    private static async Task<HttpResponseMessage> PostAsync(WebHost host, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await host.Client.PostAsync(path, form, Stop);
    }

    private static async Task<Subscription> FindAsync(WebHost host, string id) => (await host.Get<ISubscriptionStore>().GetAsync(id, Stop))!;
}
