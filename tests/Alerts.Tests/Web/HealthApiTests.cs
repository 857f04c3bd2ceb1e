using System.Net;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;
using Alerts.Web.Health;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed class HealthApiTests
{
    [Fact]
    public async Task Ready_where_storage_answers_nothing_is_late_and_a_source_works()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<ISourceStore>().AddIfAbsentAsync(WebData.Source("a.example", SourceHealth.Healthy), Stop);
        await host.Get<ISourceStore>().AddIfAbsentAsync(WebData.Source("b.example", SourceHealth.Dead), Stop);

        Assert.Equal(HttpStatusCode.OK, (await host.Client.SendAsync("GET", "/ready")).Status);
    }

    [Theory]
    [InlineData("sources", "1 failing")]
    [InlineData("deliveries", "late by more than 5 minutes")]
    [InlineData("queues", "storage does not answer")]
    public async Task Not_ready_says_why(string check, string detail)
    {
        var broken = Substitute.For<IDeadLetters>();
        broken.CountAsync(Stop).ThrowsAsyncForAnyArgs(new HttpRequestException("secret host is down"));
        await using var host = await WebHost.StartAsync(configure: services =>
        {
            if (check == "queues")
            {
                services.AddSingleton(broken);
            }
        });
        if (check == "sources")
        {
            await host.Get<ISourceStore>().AddIfAbsentAsync(WebData.Source("b.example", SourceHealth.Dead), Stop);
        }

        if (check == "deliveries")
        {
            await host.Get<IDeliveryStore>().AddIfAbsentAsync([Delivery(WebHost.Now.AddMinutes(-6))], Stop);
        }

        var (status, report) = await host.Client.SendAsync("GET", "/ready");
        var failed = Assert.Single(report.GetProperty("checks").EnumerateArray(), one => !one.GetProperty("ok").GetBoolean());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(check, failed.Text("name"));
        Assert.Contains(detail, failed.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.SendAsync("GET", "/health")).Status);
    }

    [Fact]
    public async Task Status_tells_how_long_each_leg_takes()
    {
        await using var host = await WebHost.StartAsync();
        await host.Get<IHitStore>().AddIfAbsentAsync([.. Enumerable.Range(1, 20).Select(i => WebData.Hit(article: $"a{i}", minutesAgo: i * 10))], Stop);

        var (_, status) = await host.Client.SendAsync("GET", "/api/status");
        var latency = status.GetProperty("latency");

        Assert.Equal(240, latency.GetProperty("publishedToSeen").GetProperty("p50Seconds").GetDouble());
        Assert.Equal(60, latency.GetProperty("seenToMatched").GetProperty("p95Seconds").GetDouble());
        Assert.False(latency.TryGetProperty("seenToSent", out _));
    }

    [Theory]
    [InlineData(new[] { 7 }, 7, 7, 7)]
    [InlineData(new[] { 4, 1, 3, 2 }, 2, 4, 4)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 }, 10, 19, 20)]
    public void Percentiles_are_by_nearest_rank(int[] seconds, double p50, double p95, double max) =>
        Assert.Equal(new Percentiles(seconds.Length, p50, p95, max), Percentiles.Of(seconds.Select(second => TimeSpan.FromSeconds(second))));

    private static Delivery Delivery(DateTimeOffset due) => new()
    {
        Id = new DeliveryId("c", "s"),
        Content = DeliveryContent.Alert,
        Channel = ChannelKind.Email,
        CreatedAt = due,
        NextAttemptAt = due,
    };
}
