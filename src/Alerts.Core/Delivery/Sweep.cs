using Alerts.Core.Alerting;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Core.Delivery;

/// <summary>
/// Timer: brings back what was left: deliveries whose message or owner was lost, announcements whose fan-out gets on no more. Both are in lists of what is under way, so where
/// nothing is, it costs a look at each.
/// </summary>
public sealed class Sweep(
    IDeliveryStore deliveries, DeliveryDispatch dispatch, IStoryStore stories, IOpenAlerts open, IOpenAnnouncements own, IChannelPauses pauses, IMessageQueue queue, TimeProvider time) : ITimerHandler
{
    /// <summary>How long a message that is on its way is given before another is sent.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What an own topic found waits for everybody's alert, ten minutes at most.</summary>
    private static readonly TimeSpan PatienceWithOwn = TimeSpan.FromMinutes(15);

    /// <summary>An alert that does not get on is brought back ever more rarely, up to half a day apart, so that one that cannot be routed does not fill the dead letters.</summary>
    private const int MostDoublings = 8;

    private const int PageSize = 500;

    public string Name => TimerNames.Sweep;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Patience;
        var paused = (await pauses.ListAsync(cancellationToken)).Select(pause => pause.Channel).ToHashSet();
        await foreach (var page in Pages(cursor => deliveries.ListOverdueAsync(before, PageSize, cursor, cancellationToken)))
        {
            await dispatch.CarryAsync([.. page.Where(delivery => !paused.Contains(delivery.Channel))], delay: null, cancellationToken);
        }

        await foreach (var page in Pages(cursor => open.ListAsync(before, PageSize, cursor, cancellationToken)))
        {
            await BringBackAsync(page, cancellationToken);
        }

        await BringBackOwnAsync(cancellationToken);
    }

    private async Task BringBackAsync(IReadOnlyList<OpenAlert> overdue, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        overdue = [.. overdue.Where(alert => now - alert.At >= Patience * Math.Pow(2, Math.Min(alert.Repeats, MostDoublings)))];
        var storyOf = (await stories.GetAsync([.. overdue.Select(alert => alert.StoryId).Distinct()], cancellationToken)).ToDictionary(story => story.Id);
        var left = overdue.Select(alert => LeftOf(alert, storyOf.GetValueOrDefault(alert.StoryId), now)).OfType<OpenAlert>().DistinctBy(alert => alert.AlertId).ToList();

        // Written anew first, so that the next sweep gives these messages their time.
        await open.AddAsync(left, cancellationToken);
        await open.RemoveAsync([.. overdue.Select(alert => alert.AlertId).Except(left.Select(alert => alert.AlertId))], cancellationToken);
        foreach (var message in left.GroupBy(alert => (alert.Cursor, Alone: alert.Repeats > 1 ? alert.AlertId : null)).SelectMany(page => page.Chunk(AnnounceMessage.MaxStories).Select(alerts => MessageOf(alerts, page.Key.Cursor))))
        {
            await queue.SendAsync(QueueNames.Announce, message, cancellationToken: cancellationToken);
        }
    }

    /// <summary>The alert, or the next one of its story where it is complete and its end was cut short: what became news meanwhile nobody else announces.</summary>
    private static OpenAlert? LeftOf(OpenAlert alert, Story? story, DateTimeOffset now) => story is null ? null : AnnouncementRules.Decide(story) switch
    {
        AnnouncementDecision.Resume resume when resume.Announcement.AlertId == alert.AlertId => alert with { At = now, Repeats = alert.Repeats + 1 },
        AnnouncementDecision.Announce announce => new OpenAlert(Alert.IdOf(story.Id, announce.Sequence), story.Id, now),
        _ => null,
    };

    private static AnnounceMessage MessageOf(IReadOnlyList<OpenAlert> alerts, string? cursor) =>
        new([.. alerts.Select(alert => alert.StoryId).Distinct()], cursor is null ? null : [.. alerts.Select(alert => alert.AlertId)], cursor);

    private async Task BringBackOwnAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var page in Pages(cursor => own.ListAsync(now - PatienceWithOwn, PageSize, cursor, cancellationToken)))
        {
            // Written anew first, so that the next sweep gives this message its time.
            await own.AddAsync([.. page.Select(left => left with { At = now })], cancellationToken);
            foreach (var left in page)
            {
                await queue.SendAsync(QueueNames.Announce, left.Message, cancellationToken: cancellationToken);
            }
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<T>> Pages<T>(Func<string?, Task<Page<T>>> list)
    {
        string? cursor = null;
        do
        {
            var page = await list(cursor);
            yield return page.Items;
            cursor = page.Next;
        }
        while (cursor is not null);
    }
}
