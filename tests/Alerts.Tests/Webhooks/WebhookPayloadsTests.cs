using System.Text;
using System.Text.Json;
using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Webhooks;
using Alerts.Core.Incidents;
using Alerts.Tests.Deliveries;

namespace Alerts.Tests.Webhooks;

public sealed class WebhookPayloadsTests
{
    private readonly WebhookPayloads payloads = new(new PublicLinks(new Uri("https://alerts.example.org")));

    [Fact]
    public void The_wire_of_an_alert_is_pinned() => AssertJson(
        """
        {"type":"alert.created","timestamp":"2025-02-21T16:13:20+00:00","version":1,"data":{
         "deliveryId":"A.S","subscriptionId":"S",
         "alert":{"id":"A","sequence":1,"createdAt":"2025-02-21T16:13:20+00:00"},
         "story":{"id":"5d41402abc4b2a76b9719d911017c592","title":"Bybit says hackers took $1.46 billion from a cold wallet; the FBI names North Korea",
          "url":"https://alerts.example.org/stories/5d41402abc4b2a76b9719d911017c592","topics":["dprk-crypto","exchange-hack"],"severity":"critical","confirmed":true,"kind":"newEvent",
          "firstSeenAt":"2025-02-21T16:12:20+00:00","articleCount":17,"victims":["Bybit"],"actors":["Lazarus Group"],"chains":["Ethereum"],"amountUsd":1460000000,"amountText":"$1.46 billion",
          "severityParts":[{"name":"amount","points":40,"reason":"over $100 million"},{"name":"confirmed","points":20,"reason":"two publishers"}],
          "sources":[
           {"publisher":"Example News","tier":"established","title":"Bybit says hackers took $1.46 billion from a cold wallet","url":"https://news.example.com/bybit?id=7","language":"en","publishedAt":"2025-02-21T16:10:20+00:00","firstSeenAt":"2025-02-21T16:12:20+00:00"},
           {"publisher":"한국예시일보","tier":"established","title":"바이비트, 15억 달러 해킹 피해…북한 라자루스 소행 추정","url":"https://kr.example.com/a/88","language":"ko","publishedAt":"2025-02-21T16:11:20+00:00","firstSeenAt":"2025-02-21T16:13:20+00:00"},
           {"publisher":"Example Bureau","tier":"official","title":"North Korea responsible for the Bybit hack","url":"https://agency.example.gov/alert","language":"en","firstSeenAt":"2025-02-21T16:13:20+00:00"}]},
         "hits":[{"id":"dprk-crypto.08dd5292849c0a00.a1","topic":"dprk-crypto","articleId":"a1","title":"Bybit says hackers took $1.46 billion from a cold wallet","url":"https://news.example.com/bybit?id=7",
          "publisher":"Example News","language":"en","publishedAt":"2025-02-21T16:10:20+00:00","firstSeenAt":"2025-02-21T16:12:20+00:00","matchedAt":"2025-02-21T16:13:20+00:00","score":87,
          "explanation":{"summary":"Bybit was robbed of $1.46 billion, and the article attributes it to TraderTraitor, a part of Lazarus Group.",
           "clauses":[
            {"clause":"victim(exchange) near theft","words":"an exchange near a theft","satisfied":true,"mentions":[
             {"concept":"bybit","name":"Bybit","kind":"victim","alias":"Bybit","field":"title","start":0,"length":5,"before":"","after":" says hackers took $1.46 billion from a cold wallet","provenance":"knowledge"},
             {"concept":"theft","name":"theft","kind":"theft","alias":"stolen","field":"text","start":204,"length":6,"before":"About 401,000 ETH were ","after":" when a routine transfer from the multisignature wallet was masked","provenance":"knowledge"}]},
            {"clause":"actor(dprk)","words":"actor(dprk)","satisfied":true,"mentions":[
             {"concept":"lazarus-group","name":"Lazarus Group","kind":"actor","alias":"TraderTraitor","field":"text","start":812,"length":13,"before":"The bureau refers to this specific activity as “","after":"” and asked exchanges to block the addresses that hold the funds","provenance":"knowledge"}]}],
           "gates":[{"gate":"time","passed":true,"finding":"a new event"},{"gate":"direction","passed":true,"finding":"by North Korea"}],
           "score":[{"name":"victim","points":30,"reason":"named in the title"},{"name":"actor","points":57,"reason":"named in the text"}]}}]}}
        """,
        Write(DeliveryContent.Alert, [SampleAlerts.Alert()]));

    [Fact]
    public void An_update_says_what_changed()
    {
        var payload = Read(DeliveryContent.Alert, [SampleAlerts.Update()]);

        Assert.Equal("alert.updated", payload.GetProperty("type").GetString());
        AssertJson("""[{"fact":"amount","from":"$1.4 billion","to":"$1.46 billion"},{"fact":"attribution","to":"Lazarus Group"}]""", payload.GetProperty("data").GetProperty("changes").GetRawText());
    }

    [Fact]
    public void An_alert_carries_its_incident_as_it_stood()
    {
        var alert = SampleAlerts.Alert() with { Incident = IncidentSummary.Of(ShippedIncidents.Find("coincheck-2018-01")!) };

        AssertJson(
            """
            {"id":"coincheck-2018-01","name":"Coincheck","url":"https://alerts.example.org/incidents/coincheck-2018-01","date":"2018-01-26","amountUsd":534000000,"amountUsdLow":530000000,"amountUsdHigh":534000000,
             "amountIsEstimate":false,"attributions":["Group-IB 2018: Lazarus Group"],"disagreements":[],"funds":[],"statements":[]}
            """,
            Read(DeliveryContent.Alert, [alert]).GetProperty("data").GetProperty("incident").GetRawText());
    }

    [Fact]
    public void A_test_says_that_it_is_one()
    {
        var payload = Read(DeliveryContent.Test, []);

        Assert.Equal("test", payload.GetProperty("type").GetString());
        Assert.True(payload.GetProperty("data").TryGetProperty("message", out _));
    }

    [Theory]
    [InlineData(DeliveryContent.Alert, 1)]
    [InlineData(DeliveryContent.Digest, 100)]
    public void No_payload_is_larger_than_20_kB_and_what_was_left_out_is_counted(DeliveryContent content, int alerts)
    {
        var monsters = Enumerable.Range(0, alerts).Select(SampleAlerts.Monster).ToList();
        var bytes = Write(content, monsters);
        var data = JsonDocument.Parse(bytes).RootElement.GetProperty("data");
        var (told, omitted) = content == DeliveryContent.Alert ? ("hits", "hitsOmitted") : ("items", "itemsOmitted");

        Assert.InRange(Encoding.UTF8.GetByteCount(bytes), 1_000, WebhookPayloads.MaxBytes);
        Assert.Equal(content == DeliveryContent.Alert ? Alert.MaxHits : alerts, data.GetProperty(told).GetArrayLength() + data.GetProperty(omitted).GetInt32());
    }

    [Fact]
    public void A_digest_of_thirty_ordinary_stories_fits_whole_or_counts()
    {
        var alerts = Enumerable.Range(0, 30).Select(i => SampleAlerts.Alert() with { Id = $"a{i}" }).ToList();
        var data = Read(DeliveryContent.Digest, alerts).GetProperty("data");
        var told = data.GetProperty("items").GetArrayLength();

        Assert.Equal(30, told + (data.TryGetProperty("itemsOmitted", out var omitted) ? omitted.GetInt32() : 0));
        Assert.InRange(told, 12, 30);
    }

    private string Write(DeliveryContent content, IReadOnlyList<Alert> alerts)
    {
        var endpoint = SampleAlerts.Endpoint("https://hooks.example.net") with { Id = "S" };
        var call = SampleAlerts.Call(content, endpoint, [.. alerts.Select(alert => alerts.Count == 1 ? alert with { Id = "A" } : alert)]);
        return Encoding.UTF8.GetString(payloads.Write(call));
    }

    private JsonElement Read(DeliveryContent content, IReadOnlyList<Alert> alerts) => JsonDocument.Parse(Write(content, alerts)).RootElement;

    private static void AssertJson(string expected, string actual)
    {
        static string Same(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);
        Assert.Equal(Same(expected), Same(actual));
    }
}
