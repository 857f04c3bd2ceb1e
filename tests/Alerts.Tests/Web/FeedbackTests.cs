using System.Net;
using Alerts.Core.Alerting;
using Alerts.Core.Auditing;
using Alerts.Core.Hits;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Alerts.Tests.Fakes;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

/// <summary>A reader says "not relevant", an operator "false positive": it shows, it counts, it changes what that reader is told, and it can be taken back.</summary>
public sealed class FeedbackTests
{
    [Fact]
    public async Task A_readers_mark_ends_the_story_demotes_the_like_and_is_taken_back()
    {
        await using var host = await WebHost.StartAsync();
        var reader = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(), Stop))!;
        var alert = await AlertAsync(host, "5701", "ic3.example");
        var token = host.Token(TokenPurpose.Preferences, reader);

        var asked = await host.Client.GetStringAsync($"/preferences/feedback?token={token}&alert={alert.Id}", Stop);
        Assert.Contains("Mark as not relevant", asked, StringComparison.Ordinal);
        Assert.IsType<AlertRoute.Now>(AlertRouter.Route(alert, await FindAsync(host, reader)));

        using var marked = await PostAsync(host, ("token", token), ("alert", alert.Id), ("action", "mark"));
        Assert.Equal(HttpStatusCode.SeeOther, marked.StatusCode);
        var after = await FindAsync(host, reader);
        Assert.IsType<AlertRoute.Skip>(AlertRouter.Route(alert with { Sequence = 2 }, after));
        Assert.Equal(new AlertRoute.Hold(HoldReasons.Demoted), AlertRouter.Route(await AlertAsync(host, "5702", "ic3.example"), after));
        Assert.IsType<AlertRoute.Now>(AlertRouter.Route(await AlertAsync(host, "5703", "other.example"), after));
        var critical = await AlertAsync(host, "5704", "ic3.example");
        Assert.IsType<AlertRoute.Now>(AlertRouter.Route(critical with { Story = critical.Story with { Severity = Core.Stories.Severity.Critical } }, after));
        Assert.StartsWith("reader ", Assert.Single(await host.Get<IHitFeedbackStore>().ListByHitAsync(alert.Hits[0].Id, Stop)).By, StringComparison.Ordinal);
        Assert.Contains("Take back", await host.Client.GetStringAsync($"/preferences?token={token}", Stop), StringComparison.Ordinal);

        await PostAsync(host, ("token", token), ("alert", alert.Id), ("action", "undo"));
        Assert.IsType<AlertRoute.Now>(AlertRouter.Route(alert, await FindAsync(host, reader)));
        Assert.Empty(await host.Get<IHitFeedbackStore>().ListByHitAsync(alert.Hits[0].Id, Stop));
    }

    [Fact]
    public async Task An_operators_mark_stands_on_the_hit_and_in_the_topics_figures()
    {
        await using var host = await WebHost.StartAsync();
        var hit = WebData.Hit();
        await host.Get<IHitStore>().AddIfAbsentAsync([hit, WebData.Hit(article: "a2", minutesAgo: 200)], Stop);

        var (status, _) = await host.Admin.SendAsync("POST", $"/api/hits/{hit.Id}/false-positive", """{"note":"a drill"}""");
        var (_, listed) = await host.Admin.SendAsync("GET", $"/api/hits/{hit.Id}/feedback");
        var (_, stats) = await host.Admin.SendAsync("GET", "/api/topics/stats?since=10d");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("a drill", listed.GetProperty("items")[0].Text("note"));
        var topic = stats.GetProperty("items")[0];
        Assert.Equal((2, 1), (topic.GetProperty("hits").GetInt32(), topic.GetProperty("marked").GetInt32()));
        Assert.Equal("any actor of North Korea", topic.GetProperty("clauses")[0].Text("name"));

        var (undone, _) = await host.Admin.SendAsync("DELETE", $"/api/hits/{hit.Id}/false-positive");
        var (again, _) = await host.Admin.SendAsync("DELETE", $"/api/hits/{hit.Id}/false-positive");
        var (none, _) = await host.Admin.SendAsync("POST", $"/api/hits/{WebData.Hit(article: "a9").Id}/false-positive", "{}");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (undone, again, none));
        Assert.Equal(["markFalsePositive", "unmarkFalsePositive"], host.Get<IAuditLog, MemoryAuditLog>().Entries.Select(entry => entry.Act.Action));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Whoever_only_follows_the_links_of_a_mail_changes_nothing(string method)
    {
        await using var host = await WebHost.StartAsync();
        var reader = (await host.Get<ISubscriptionStore>().TrySaveAsync(WebData.Active(), Stop))!;
        var alert = await AlertAsync(host, "5701", "ic3.example");
        var (token, leave) = (host.Token(TokenPurpose.Preferences, reader), host.Token(TokenPurpose.Unsubscribe, reader));
        string[] links =
        [
            $"/preferences/feedback?token={token}&alert={alert.Id}", $"/preferences/feedback?token={token}&alert={alert.Id}&action=mark", $"/preferences/stories/{alert.Story.Id}?token={token}",
            $"/preferences/stories/{alert.Story.Id}?token={token}&action=mark", $"/preferences?token={token}", $"/preferences/topics?token={token}", $"/preferences/erase?token={token}",
            $"/unsubscribe?token={leave}", $"/unsubscribe?token={leave}&List-Unsubscribe=One-Click",
        ];

        foreach (var link in links.Concat(links))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), link);
            using var answer = await host.Client.SendAsync(request, Stop);
            Assert.True((int)answer.StatusCode < 500, link);
        }

        Assert.Equal(reader.Version, (await FindAsync(host, reader)).Version);
        Assert.Empty(await host.Get<IHitFeedbackStore>().ListByHitAsync(alert.Hits[0].Id, Stop));
    }

    private static async Task<Alert> AlertAsync(WebHost host, string story, string publisher) => await host.Get<IAlertStore>().AddIfAbsentAsync(
        new Alert
        {
            Id = Alert.IdOf(story, 1),
            Sequence = 1,
            CreatedAt = WebHost.Now,
            Story = WebData.Story(story, severity: Core.Stories.Severity.High),
            Hits = [WebData.Hit(article: "a" + story) with { Publisher = publisher }],
        },
        Stop);

    private static async Task<Subscription> FindAsync(WebHost host, Subscription subscription) => (await host.Get<ISubscriptionStore>().GetAsync(subscription.Id, Stop))!;

    private static async Task<HttpResponseMessage> PostAsync(WebHost host, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await host.Client.PostAsync("/preferences/feedback", form, Stop);
    }
}
