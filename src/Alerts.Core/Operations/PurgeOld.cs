using Alerts.Core.Articles;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Microsoft.Extensions.Options;

namespace Alerts.Core.Operations;

/// <summary>
/// Timer: walks through articles, hits and all that follows from them and purges what is older than it is kept, some steps a tick, from
/// where the last one stopped. Repeating a step finds nothing left to do. Tombstones of articles stay, so what follows from them cannot come again.
/// </summary>
public sealed class PurgeOld(
    IArticleStore articles, IHitStore hits, IStoryStore stories, IEnumerable<IPurgeable> others, IWalkPositions positions, IActivityObserver observer, IOptions<RetentionOptions> options, TimeProvider time) : ITimerHandler
{
    /// <summary>A step reads the keys of a thousand articles, or two hundred hits: half a million articles a day.</summary>
    private const int StepsAtOnce = 20;

    private const int HitsAtOnce = 200;

    public string Name => TimerNames.PurgeOld;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var purged = await WalkAsync("articles", PurgeArticlesAsync, cancellationToken);
        var removed = await WalkAsync("hits", PurgeHitsAsync, cancellationToken);
        var rest = 0;
        foreach (var other in others)
        {
            rest += await WalkAsync(other.Name, (position, cancellation) => other.PurgeAsync(options.Value, time.GetUtcNow(), position, cancellation), cancellationToken);
        }

        if (purged + removed + rest > 0)
        {
            observer.Observe(new Activity.Purged(purged, removed, rest));
        }
    }

    private async Task<int> WalkAsync(string walk, Func<string?, CancellationToken, Task<(int Done, string? Next)>> step, CancellationToken cancellationToken)
    {
        var done = 0;
        var position = await positions.GetAsync(walk, cancellationToken);
        for (var i = 0; i < StepsAtOnce; i++)
        {
            var (count, next) = await step(position, cancellationToken);
            done += count;
            if (next != position)
            {
                await positions.SaveAsync(walk, next, cancellationToken);
            }

            position = next;
            if (position is null)
            {
                break;
            }
        }

        return done;
    }

    private async Task<(int Done, string? Next)> PurgeArticlesAsync(string? position, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var page = await articles.ListIdsAsync(now.AddDays(-options.Value.ArticleDays), position, cancellationToken);
        if (page.Items.Count == 0)
        {
            return (0, page.Next);
        }

        var old = (await articles.GetAsync([.. page.Items], cancellationToken)).Where(article => article.PurgedAt is null).ToList();
        var alerted = await AlertedAsync(old.Where(article => article.Topics.Count > 0).Select(article => article.StoryId), cancellationToken);
        var purged = old.Where(article => article.FirstSeenAt < now.AddDays(-DaysOf(article.Topics.Count > 0, article.StoryId is { } story && alerted.Contains(story)))).ToList();
        await articles.PurgeAsync(purged, now, cancellationToken);
        return (purged.Count, page.Next);
    }

    private async Task<(int Done, string? Next)> PurgeHitsAsync(string? position, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var page = await hits.ListAsync(new HitQuery(Until: now.AddDays(-options.Value.HitDays), Take: HitsAtOnce, Cursor: position), cancellationToken);
        var alerted = await AlertedAsync(page.Items.Select(hit => hit.StoryId), cancellationToken);
        var removed = page.Items.Where(hit => hit.Id.FirstSeenAt < now.AddDays(-DaysOf(isHit: true, alerted.Contains(hit.StoryId)))).ToList();
        await hits.RemoveAsync(removed, cancellationToken);
        return (removed.Count, page.Next);
    }

    private int DaysOf(bool isHit, bool isAlerted) => !isHit ? options.Value.ArticleDays : isAlerted ? options.Value.AlertedDays : options.Value.HitDays;

    private async Task<HashSet<string>> AlertedAsync(IEnumerable<string?> storyIds, CancellationToken cancellationToken)
    {
        var wanted = storyIds.OfType<string>().Distinct().ToList();
        return wanted.Count == 0 ? [] : [.. (await stories.GetAsync(wanted, cancellationToken)).Where(story => story.Announced is not null).Select(story => story.Id)];
    }
}
