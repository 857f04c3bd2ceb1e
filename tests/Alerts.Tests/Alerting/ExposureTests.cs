using Alerts.Core.Alerting;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Alerting;

/// <summary>What a reader watches makes a story graver for that reader, and the alert says why.</summary>
public sealed class ExposureTests
{
    [Theory]
    [InlineData("업비트", "You are exposed because the story names Upbit (“Upbit Korea”), which is on your watch list as “업비트”.")]
    [InlineData("upbit", "You are exposed because the story names Upbit (“Upbit Korea”), which is on your watch list.")]
    [InlineData("UPBIT", "You are exposed because the story names Upbit (“Upbit Korea”), which is on your watch list.")]
    public void A_counterparty_counts_by_any_of_its_names(string watched, string sentence)
    {
        var alert = Alert(concept: "upbit", title: "Exchange pauses withdrawals");
        var reader = Watching(watched);

        Assert.Equal(sentence, AlertRouter.ExposureOf(alert, reader)?.Sentence);
        Assert.Equal(Severity.High, AlertRouter.SeverityFor(alert, reader));
        Assert.IsType<AlertRoute.Now>(AlertRouter.Route(alert, reader with { MinimumSeverity = "high" }));
        Assert.IsType<AlertRoute.Skip>(AlertRouter.Route(alert, Watching("Kraken") with { MinimumSeverity = "high" }));
    }

    [Theory]
    [InlineData("Acme Custody", true)]
    [InlineData("0x47666fab8bd0ac7003bce3f5c3585383f09486e2", true)]
    [InlineData("Solana", true)]
    [InlineData("Acme", false)]
    [InlineData("Cust", false)]
    public void Words_addresses_and_chains_count_as_they_are_written_and_whole(string watched, bool exposed)
    {
        var alert = Alert(concept: null, title: "Acmes and Acme Custody lose funds to 0x47666fab8bd0ac7003bce3f5c3585383f09486e2".Replace("Acme Custody", watched == "Acme" ? "AcmeCustody" : "Acme Custody", StringComparison.Ordinal));

        Assert.Equal(exposed, AlertRouter.ExposureOf(alert, Watching(watched)) is not null);
    }

    [Theory]
    [InlineData("Acme Custody", true)]
    [InlineData("acme custody", true)]
    [InlineData("Acme", true)]
    [InlineData("Custod", false)]
    [InlineData("ustody", false)]
    [InlineData("수탁사 가나", true)]
    [InlineData("수탁", true)]
    [InlineData("탁수", false)]
    [InlineData("$ACME", true)]
    [InlineData("0xabc1", true)]
    [InlineData("0xabc", false)]
    [InlineData("Arbitrum", true)]
    [InlineData("bc1qattacker", true)]
    public void The_whole_text_and_what_is_claimed_of_the_incident_count(string watched, bool exposed)
    {
        var alert = Alert(concept: null, title: "Exchange pauses withdrawals") with
        {
            Incident = new IncidentSummary("i", "Exchange", Some.Alert().Story.Facts with { Chains = ["Arbitrum"] }, []) { Addresses = ["bc1qattacker"] },
        };
        alert = alert with { Watched = AlertRouter.TextOf(alert, ["Much further down: some of it was kept by Acme Custody ($ACME), 일부는 수탁사 가나에 0xabc1."]) };

        Assert.Equal(exposed, AlertRouter.ExposureOf(alert, Watching(watched)) is not null);
    }

    [Fact]
    public void The_readers_alert_has_the_readers_severity_and_shows_where_it_comes_from()
    {
        var alert = Alert("upbit", "Exchange pauses withdrawals");
        var personal = AlertRouter.For(alert, Watching("업비트"));

        Assert.Equal((Severity.High, Severity.Medium), (personal.Story.Severity, alert.Story.Severity));
        Assert.Equal(("watch list", 3, "Upbit"), (personal.Story.SeverityParts[^1].Name, personal.Story.SeverityParts[^1].Points, personal.Story.SeverityParts[^1].Reason));
        Assert.Same(alert, AlertRouter.For(alert, Watching("Kraken")));
        var gravest = AlertRouter.For(alert with { Story = alert.Story with { Severity = Severity.Critical } }, Watching("업비트"));
        Assert.Equal((Severity.Critical, 3), (gravest.Story.Severity, gravest.Story.SeverityParts[^1].Points));
    }

    private static Subscription Watching(string word) =>
        PreferenceRules.Apply(Some.Subscription() with { QuietHours = null }, new Preferences { WatchWords = [word] }, ["dprk-crypto"]).Subscription;

    private static Alert Alert(string? concept, string title)
    {
        var alert = Some.Alert();
        var hit = alert.Hits[0] with { Title = title, Concepts = concept is null ? [] : [concept] };
        if (concept is not null)
        {
            var mention = Some.Mention("Upbit Korea") with { Concept = concept, Name = "Upbit" };
            hit = hit with { Explanation = hit.Explanation with { Clauses = [new("victim", true, [mention])] } };
        }

        return alert with { Hits = [hit], Story = alert.Story with { Severity = Severity.Medium, SeverityParts = [new ScorePart("amount", 4, "$1.46 billion")], Facts = alert.Story.Facts with { Chains = ["Solana"] } } };
    }
}
