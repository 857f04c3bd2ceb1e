using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Delivery;
using Alerts.Core.Sources;
using Alerts.Core.Stories;

namespace Alerts.Core.Operations;

/// <summary>
/// Reads from the rows that are there anyway how soon a source's news went out: of the newest stories those that it was the first to tell. What
/// comes before, from publication to the first sight, the source's own state counts (<see cref="Sources.Polling.LagSketch"/>).
/// </summary>
public sealed class SourceLatencies(IStoryStore stories, IArticleStore articles, LatencyLedger ledger)
{
    private const int StoriesLookedAt = 200;
    private const int MostAlerts = 50;

    /// <returns>Null where none of the newest stories came from it.</returns>
    public async Task<SourceLatency?> FindAsync(Source source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var newest = (await stories.ListAsync(topicId: null, since: null, StoriesLookedAt, cursor: null, cancellationToken)).Items;
        var first = newest.Where(story => story.Announced is not null)
            .Select(story => (Story: story, Article: story.Articles.MinBy(article => article.FirstSeenAt)))
            .Where(one => one.Article?.Publisher == source.Publisher)
            .Take(MostAlerts)
            .ToList();
        var own = (await articles.GetAsync([.. first.Select(one => one.Article!.Id)], cancellationToken)).Where(article => article.SourceId == source.Id).Select(article => article.Id).ToHashSet();
        var times = new List<AlertTimes>();
        foreach (var (story, _) in first.Where(one => own.Contains(one.Article!.Id)))
        {
            if (await ledger.FindAsync(Alert.IdOf(story.Id, 1), cancellationToken) is { } known)
            {
                times.Add(known);
            }
        }

        return times.Count == 0 ? null : new SourceLatency(
            times.Count,
            StationLatency.Of([.. times.Select(time => time.MatchedAt - time.SeenAt).OfType<TimeSpan>()]),
            StationLatency.Of([.. times.Select(time => time.AnnouncedAt - time.MatchedAt).OfType<TimeSpan>()]),
            StationLatency.Of([.. times.Select(time => time.AcceptedAt - time.AnnouncedAt).OfType<TimeSpan>()]));
    }
}
