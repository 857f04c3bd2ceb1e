using System.Net;
using System.Text.RegularExpressions;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;
using static Alerts.Tests.Web.ApiRequests;

namespace Alerts.Tests.Web;

public sealed partial class MetricsTests
{
    [Fact]
    public async Task Queues_sources_deliveries_and_counts_are_told_in_the_format_of_scrapers()
    {
        await using var host = await WebHost.StartAsync(new Dictionary<string, string?> { ["Alerts:Delivery:MailsPerDay"] = "500" });
        await host.Get<ISourceStore>().AddIfAbsentAsync(WebData.Source("a.example", SourceHealth.Dead), Stop);
        await host.Get<IDeliveryStore>().AddIfAbsentAsync([Some.Delivery() with { NextAttemptAt = WebHost.Now.AddMinutes(-10) }], Stop);
        await host.Get<IChannelPauses>().PauseAsync(new ChannelPause(ChannelKind.Webhook, WebHost.Now, "key:a", "r"), Stop);
        host.Get<ActivityCounts>().Count(new Activity.HitStored("dprk-crypto", "t", "p", 70, "e"));
        host.Get<ActivityCounts>().Count(new Activity.HitStored("dprk-crypto", "t", "p", 70, "e"));
        host.Get<ActivityCounts>().Count(new Activity.DeliveryDone("Email", "Alert", "Sent", ""));

        using var answer = await host.Admin.GetAsync("/metrics", Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal("application/openmetrics-text", answer.Content.Headers.ContentType!.MediaType);
        string[] told =
        [
            "alerts_queue_messages{queue=\"email\"} 0", "alerts_sources{health=\"dead\"} 1", "alerts_deliveries_unfinished{channel=\"email\"} 1", "alerts_delivery_oldest_due_seconds{channel=\"email\"} 600",
            "alerts_channel_paused{channel=\"webhook\"} 1", "alerts_channel_paused{channel=\"email\"} 0", "alerts_mails_today 0", "alerts_mails_budget 500",
            "alerts_hits_total{topic=\"dprk-crypto\"} 2", "alerts_deliveries_total{channel=\"email\",content=\"alert\",state=\"sent\"} 1",
        ];
        Assert.All(told, line => Assert.Contains(line + "\n", text, StringComparison.Ordinal));
        Assert.EndsWith("# EOF\n", text, StringComparison.Ordinal);
        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(Line(), line));
    }

    [Fact]
    public async Task Figures_need_a_key_unless_they_are_said_to_be_public()
    {
        await using var host = await WebHost.StartAsync();
        await using var open = await WebHost.StartAsync(new Dictionary<string, string?> { ["Alerts:Api:PublicMetrics"] = "true" });

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.SendAsync("GET", "/metrics")).Status);
        Assert.Equal(HttpStatusCode.OK, (await open.Client.SendAsync("GET", "/metrics")).Status);
    }

    /// <summary>A comment, or a name with labels and a number.</summary>
    [GeneratedRegex("""^(# (TYPE|HELP) alerts_[a-z_]+ .+|# EOF|alerts_[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? -?[0-9.]+)$""")]
    private static partial Regex Line();
}
