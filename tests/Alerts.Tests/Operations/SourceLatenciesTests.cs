using Alerts.Core.Alerting;
using Alerts.Core.Delivery;
using Alerts.Core.Operations;
using Alerts.Core.Stories;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Operations;

public sealed class SourceLatenciesTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly MemoryStoryStore stories = new();
    private readonly MemoryArticleStore articles = new();
    private readonly MemoryAlertStore alerts = new();
    private readonly MemoryDeliveryStore deliveries = new();

    [Fact]
    public async Task Each_station_has_its_percentiles_over_the_alerts_that_the_source_was_the_first_to_tell()
    {
        var source = Some.Source() with { Publisher = Some.Article().Publisher };
        foreach (var number in Enumerable.Range(1, 20))
        {
            await TellAsync(number, source.Id, matched: number, announced: 2, accepted: 10 * number);
        }

        await TellAsync(21, "another-source", matched: 1_000, announced: 1_000, accepted: 1_000);
        await TellAsync(22, source.Id, matched: 1, announced: 2, accepted: null);

        var latency = await new SourceLatencies(stories, articles, new LatencyLedger(alerts, deliveries)).FindAsync(source, None);

        Assert.Equal(new SourceLatency(21, new StationLatency(10, 19), new StationLatency(2, 2), new StationLatency(100, 190)), latency);
    }

    [Fact]
    public async Task A_source_that_told_nothing_first_has_none() =>
        Assert.Null(await new SourceLatencies(stories, articles, new LatencyLedger(alerts, deliveries)).FindAsync(Some.Source(), None));

    private async Task TellAsync(int number, string source, int matched, int announced, int? accepted)
    {
        var seen = Some.Now.AddHours(number);
        var article = Some.Article(number) with { SourceId = source };
        var told = new StoryArticle(article.Id, article.Title, article.Url, article.Publisher, article.Tier, "en", null, seen, "opened the story");
        var later = told with { Id = "later", Publisher = "copycat", FirstSeenAt = seen.AddHours(1) };
        var story = Some.Story(number, seen) with { Articles = [later, told] };
        var alert = Some.Alert(number) with { Story = story, CreatedAt = seen.AddSeconds(matched + announced), Hits = [Some.Hit(number) with { MatchedAt = seen.AddSeconds(matched) }] };
        await articles.AddIfAbsentAsync([article], None);
        await stories.TrySaveAsync(story with { Announced = new Announcement(2, Alert.IdOf(story.Id, 2), seen.AddDays(1), default, StoryFacts.None, Complete: true) }, None);
        await alerts.AddIfAbsentAsync(alert, None);
        var sent = accepted is { } seconds ? alert.CreatedAt.AddSeconds(seconds) : (DateTimeOffset?)null;
        await deliveries.AddIfAbsentAsync([Some.Delivery(1, number) with { Id = new DeliveryId(alert.Id, "reader"), State = sent is null ? DeliveryState.Due : DeliveryState.Sent, SentAt = sent }], None);
    }
}
