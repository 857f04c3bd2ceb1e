using System.Net;
using System.Text.Json;
using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Operations;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class OperationsApiTests
{
    [Fact]
    public async Task Heartbeats_are_listed_and_each_is_genuine_or_not()
    {
        await using var host = await WebHost.StartAsync();
        var genuine = await PutAsync(host, new DateOnly(2026, 3, 1));
        await PutAsync(host, new DateOnly(2026, 3, 2), heartbeat => heartbeat with { Hits = 0 });

        var (_, list) = await host.Client.SendAsync("GET", "/api/heartbeats");
        var (_, one) = await host.Client.SendAsync("GET", "/api/heartbeats/2026-03-01");

        Assert.Equal([("2026-03-02", false), ("2026-03-01", true)], list.GetProperty("items").EnumerateArray().Select(item => (item.Text("day"), item.GetProperty("genuine").GetBoolean())));
        Assert.Equal(genuine.Statement, one.Text("statement"));
        Assert.Equal("2 of 3 sources healthy, 1 silent; 7 hits, 0 alerts, 0 sent", one.Text("summary"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.SendAsync("GET", "/api/heartbeats/2026-02-30")).Status);
        Assert.Contains("Last heartbeat, 2 March 2026: 2 of 3 sources healthy", await host.Client.GetStringAsync("/sources", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_was_kept_in_a_mailbox_can_be_verified()
    {
        await using var host = await WebHost.StartAsync();
        var heartbeat = await PutAsync(host, new DateOnly(2026, 3, 1));

        Assert.True(await VerifyAsync(heartbeat.Statement));
        Assert.True(await VerifyAsync(heartbeat.Statement.ReplaceLineEndings("\r\n") + "\r\n"));
        Assert.False(await VerifyAsync(heartbeat.Statement.Replace("hits 7", "hits 0", StringComparison.Ordinal)));

        async Task<bool> VerifyAsync(string statement) =>
            (await host.Client.SendAsync("POST", "/api/heartbeats/verify", JsonSerializer.Serialize(new { statement, signature = heartbeat.Signature }))).Body.GetProperty("genuine").GetBoolean();
    }

    [Fact]
    public async Task Open_alarms_are_for_administrators()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IAlarmStore>().TrySaveAsync(AlarmLedger.Empty with { Open = [new Alarm("source/1", AlarmKind.Gap, "News", "entries may be missing", WebHost.Now)] }, Stop);

        var (_, list) = await host.Admin.SendAsync("GET", "/api/alarms");

        Assert.Equal("gap", Assert.Single(list.GetProperty("items").EnumerateArray()).Text("kind"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.SendAsync("GET", "/api/alarms")).Status);
    }

    [Fact]
    public async Task A_source_tells_its_history_and_how_soon_its_news_is_seen()
    {
        await using var host = await WebHost.StartAsync();
        var source = WebData.Source("a.example", SourceHealth.Gap, "entries may be missing");
        source = source with
        {
            State = source.State with { Lags = [0, 0, 0, 0, 0, 10, 5, 1], History = [new(WebHost.Now, SourceHealth.Gap, "entries <b>may</b> be missing"), new(WebHost.Now.AddDays(-2), SourceHealth.Healthy, null)] },
        };
        await host.Get<ISourceStore>().AddIfAbsentAsync(source, Stop);

        var (_, view) = await host.Client.SendAsync("GET", "/api/sources/" + source.Id);
        var page = await host.Client.GetStringAsync("/sources/" + source.Id, Stop);

        Assert.Equal(["gap", "healthy"], view.GetProperty("history").EnumerateArray().Select(change => change.Text("health")));
        Assert.Equal(16, view.GetProperty("publishedToSeen").GetProperty("count").GetInt32());
        Assert.InRange(view.GetProperty("publishedToSeen").GetProperty("p50Seconds").GetDouble(), 60, 85);
        Assert.Contains("entries &lt;b&gt;may&lt;/b&gt; be missing", page, StringComparison.Ordinal);
        Assert.Contains("half within 71 s, 95 % within", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.SendAsync("GET", "/sources/none")).Status);
    }

    [Fact]
    public async Task A_story_tells_each_station_of_its_alert()
    {
        await using var host = await WebHost.StartAsync();
        var story = WebData.Story();
        var alert = new Alert
        {
            Id = "a1",
            Sequence = 2,
            CreatedAt = WebHost.Now.AddHours(-5).AddSeconds(7),
            Story = story with { Articles = [.. story.Articles.Select((article, i) => article with { PublishedAt = i == 1 ? WebHost.Now.AddHours(-5).AddMinutes(-4) : article.PublishedAt })] },
            Hits = [WebData.Hit() with { MatchedAt = WebHost.Now.AddHours(-5).AddSeconds(6) }],
        };
        await host.Get<IStoryStore>().TrySaveAsync(story, Stop);
        await host.Get<IAlertStore>().AddIfAbsentAsync(alert, Stop);
        await host.Get<IDeliveryStore>().AddIfAbsentAsync([Delivery("s1", WebHost.Now.AddHours(-4)), Delivery("s2", WebHost.Now.AddHours(-5).AddSeconds(9)), Delivery("s3", null)], Stop);

        var (_, view) = await host.Client.SendAsync("GET", "/api/stories/" + story.Id);
        var times = view.GetProperty("times");

        Assert.Equal(
            ["2026-03-02T06:56:00+00:00", "2026-03-02T07:00:00+00:00", "2026-03-02T07:00:06+00:00", "2026-03-02T07:00:07+00:00", "2026-03-02T07:00:09+00:00"],
            ((string[])["publishedAt", "seenAt", "matchedAt", "announcedAt", "acceptedAt"]).Select(station => times.Text(station)));
        Assert.Contains(
            "published 06:56:00 UTC, seen 4 min later, decided 6 s later, announced 1 s later, accepted 2 s later",
            await host.Client.GetStringAsync("/stories/" + story.Id, Stop), StringComparison.Ordinal);
    }

    private static Delivery Delivery(string subscription, DateTimeOffset? sent) => new()
    {
        Id = new DeliveryId("a1", subscription),
        Content = DeliveryContent.Alert,
        Channel = Core.Subscriptions.ChannelKind.Email,
        CreatedAt = WebHost.Now,
        NextAttemptAt = WebHost.Now,
        State = sent is null ? DeliveryState.Due : DeliveryState.Sent,
        SentAt = sent,
    };

    private static async Task<Heartbeat> PutAsync(WebHost host, DateOnly day, Func<Heartbeat, Heartbeat>? tamper = null)
    {
        var heartbeat = new Heartbeat
        {
            Day = day,
            From = WebHost.Now.AddDays(-1),
            Until = WebHost.Now,
            WrittenAt = WebHost.Now,
            Sources = new HeartbeatSources(3, 2, 0, 1, 0, 0, 0),
            Hits = 7,
        };
        heartbeat = heartbeat with { Signature = host.Get<HeartbeatSigner>().Sign(heartbeat.Statement) };
        return await host.Get<IHeartbeatStore>().AddIfAbsentAsync(tamper?.Invoke(heartbeat) ?? heartbeat, Stop);
    }
}
