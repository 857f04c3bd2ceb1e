using System.Net;
using Alerts.Core.Auditing;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class OperatorApiTests : IAsyncLifetime
{
    private WebHost host = null!;

    public async ValueTask InitializeAsync() => host = await WebHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_channel_is_paused_with_a_reason_and_goes_on()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Admin.SendAsync("POST", "/api/channels/email/pause", "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Admin.SendAsync("POST", "/api/channels/pigeon/pause", "{\"reason\":\"r\"}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Admin.SendAsync("POST", "/api/channels/email/pause", "{\"reason\":\"the provider is down\"}")).Status);

        var paused = (await host.Admin.SendAsync("GET", "/api/channels")).Body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["True", "False"], paused.Select(channel => channel.Text("paused")));
        Assert.Equal(("the provider is down", "key:admin admin key of the configuration"), (paused[0].Text("reason"), paused[0].Text("by")));
        Assert.Contains("email is paused", (await host.Client.SendAsync("GET", "/ready")).Body.ToString(), StringComparison.Ordinal);

        await host.Admin.SendAsync("POST", "/api/channels/email/resume");
        Assert.DoesNotContain("paused\":true", (await host.Admin.SendAsync("GET", "/api/channels")).Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(["pauseChannel", "resumeChannel"], host.Get<IAuditLog, MemoryAuditLog>().Entries.Select(entry => entry.Act.Action));
        Assert.Equal("the provider is down", host.Get<IAuditLog, MemoryAuditLog>().Entries[0].Act.Detail);
    }

    [Fact]
    public async Task A_suppressed_address_cannot_sign_up_and_comes_back_when_it_is_taken_off()
    {
        await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(), Stop);
        var (created, entry) = await host.Admin.SendAsync("POST", "/api/suppressions", "{\"email\":\"Reader@Example.org\",\"reason\":\"asked by letter\"}");
        await host.Admin.SendAsync("POST", "/api/suppressions", "{\"email\":\"stranger@example.org\",\"reason\":\"a spam trap\"}");
        await SignUpAsync("reader@example.org");
        await SignUpAsync("stranger@example.org");

        Assert.Equal(HttpStatusCode.Created, created);
        await AssertNothingGoesOutAsync();
        var listed = (await host.Admin.SendAsync("GET", "/api/suppressions")).Body.GetProperty("items").EnumerateArray().Select(item => (item.Text("email"), item.Text("kind"), item.Text("reason"))).Order().ToList();
        Assert.Equal([("reader@example.org", "operator", "asked by letter"), ("stranger@example.org", "operator", "a spam trap")], listed);
        Assert.Equal(SubscriptionStatus.Suppressed, (await FindAsync("reader@example.org"))!.Status);

        Assert.Equal(HttpStatusCode.NoContent, (await host.Admin.SendAsync("DELETE", $"/api/suppressions/{entry.Text("id")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Admin.SendAsync("DELETE", $"/api/suppressions/{entry.Text("id")}")).Status);
        Assert.Equal(SubscriptionStatus.Active, (await FindAsync("reader@example.org"))!.Status);
    }

    [Fact]
    public async Task Whoever_is_suppressed_and_has_everything_erased_stays_suppressed_without_a_trace_of_the_address()
    {
        await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(), Stop);
        await host.Admin.SendAsync("POST", "/api/suppressions", "{\"email\":\"reader@example.org\",\"reason\":\"letter of reader@example.org\"}");
        var id = WebData.Active().Id;

        Assert.Equal(HttpStatusCode.NoContent, (await host.Admin.SendAsync("DELETE", $"/api/subscriptions/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Admin.SendAsync("DELETE", $"/api/subscriptions/{id}")).Status);
        await SignUpAsync("reader@example.org");

        var left = (await FindAsync("reader@example.org"))!;
        Assert.Equal((SubscriptionStatus.Suppressed, ""), (left.Status, left.Channel.Target));
        Assert.DoesNotContain("reader@", (await host.Admin.SendAsync("GET", "/api/suppressions")).Body.ToString(), StringComparison.Ordinal);
        await AssertNothingGoesOutAsync();
    }

    [Fact]
    public async Task The_evidence_of_a_hit_is_its_text_with_the_hash_under_which_it_was_kept()
    {
        var evidence = new Evidence { ContentHash = Evidence.HashOf("A title", "A text."), Url = "https://a.example/1", Title = "A title", Text = "A text.", CapturedAt = WebHost.Now };
        var hit = WebData.Hit() with { ContentHash = evidence.ContentHash };
        await host.Get<IEvidenceStore>().AddIfAbsentAsync([evidence], Stop);
        await host.Get<IHitStore>().AddIfAbsentAsync([hit, WebData.Hit(article: "a9", minutesAgo: 10)], Stop);

        var (_, kept) = await host.Admin.SendAsync("GET", $"/api/hits/{hit.Id}/evidence");

        Assert.Equal(("A title", "A text.", "True", evidence.ContentHash), (kept.Text("title"), kept.Text("text"), kept.Text("intact"), kept.Text("sha256")));
        Assert.Equal("https://web.archive.org/web/20260302120000/https://a.example/1", kept.Text("archiveUrl"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Admin.SendAsync("GET", $"/api/hits/{WebData.Hit(article: "a9", minutesAgo: 10).Id}/evidence")).Status);
        Assert.Contains($"{evidence.ContentHash},https://web.archive.org/web/", await host.Client.GetStringAsync("/api/hits/export", Stop), StringComparison.Ordinal);
    }

    private async Task<Subscription?> FindAsync(string address) => await host.Get<ISubscriptionStore>().GetAsync(Subscription.IdOf(ChannelKind.Email, address), Stop);

    /// <summary>A sign-up does the same work whoever asks, so that its time tells nothing; what it queued for the suppressed is cancelled when it is claimed.</summary>
    private async Task AssertNothingGoesOutAsync()
    {
        var queued = (await host.Get<IDeliveryStore>().ListAsync(null, null, 10, null, Stop)).Items;
        var claimed = await host.Get<DeliveryClaims>().ClaimAsync(ChannelKind.Email, [.. queued.Select(delivery => delivery.Id.ToString())], Stop);

        Assert.Empty(claimed);
        Assert.All((await host.Get<IDeliveryStore>().ListAsync(null, null, 10, null, Stop)).Items, delivery => Assert.Equal(DeliveryState.Cancelled, delivery.State));
    }

    private Task<(System.Net.HttpStatusCode Status, System.Text.Json.JsonElement Body)> SignUpAsync(string address) => host.Client.SendAsync("POST", "/api/subscriptions", $"{{\"email\":\"{address}\"}}");
}
