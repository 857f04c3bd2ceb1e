using System.Net;
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
        Assert.Contains("https://hooks.example.org/in", await host.Client.GetStringAsync("/preferences?token=" + host.Token(TokenPurpose.Preferences, first), Stop), StringComparison.Ordinal);

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

    private static async Task<Subscription> FindAsync(WebHost host, string id) => (await host.Get<ISubscriptionStore>().GetAsync(id, Stop))!;
}
