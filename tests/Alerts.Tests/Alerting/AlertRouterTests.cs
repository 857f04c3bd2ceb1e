using System.Collections;
using Alerts.Core.Alerting;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Alerting;

public sealed class AlertRouterTests
{
    [Theory]
    [InlineData("this", true)]
    [InlineData("merged", true)]
    [InlineData("other", false)]
    public void A_story_that_its_reader_marked_stays_silent_also_in_the_one_that_it_was_merged_into(string marked, bool isSilent)
    {
        var alert = Some.Alert();
        alert = alert with { Story = alert.Story with { Id = "this", Merged = ["merged"] } };
        var reader = Reader() with { Irrelevant = [new Irrelevance("alert", marked, "Title", [], Some.Now)] };

        Assert.Equal(isSilent, AlertRouter.Route(alert, reader) is AlertRoute.Skip);
    }

    /// <summary>Of a hundred thousand most follow other topics.</summary>
    [Fact]
    public void Who_follows_other_topics_costs_no_allocation()
    {
        var (alert, other) = (Some.Alert(), Reader() with { Topics = ["another", "one more"] });
        AlertRouter.Route(alert, other);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) AlertRouter.Route(alert, other);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500);
    }

    [Fact]
    public async Task What_a_reader_watches_is_looked_for_once_also_where_a_limit_asks_how_grave_it_is()
    {
        var watched = new Counted(["Kraken", "Acme Custody"]);
        var alert = Some.Alert();
        alert = alert with { Story = alert.Story with { Severity = Severity.Medium } };
        var routed = await new AlertRouting(new MemoryDailyAllowance()).RouteAsync(alert, [Reader() with { WatchWords = watched, MaxAlertsPerDay = 1 }], CancellationToken.None);

        Assert.IsType<AlertRoute.Now>(Assert.Single(routed).Route);
        Assert.Equal(1, watched.Readings);
    }

    private static Subscription Reader() => Some.Subscription() with { QuietHours = null };

    private sealed class Counted(IReadOnlyList<string> words) : IReadOnlyList<string>
    {
        public int Readings { get; private set; }

        public int Count => words.Count;

        public string this[int index] => words[index];

        public IEnumerator<string> GetEnumerator()
        {
            Readings++;
            return words.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
