using Alerts.Core.Delivery.Operating;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Core.Delivery;

/// <summary>Timer: brings back what was left: deliveries whose message or owner was lost, announcements whose fan-out did not end.</summary>
public sealed class Sweep(IDeliveryStore deliveries, DeliveryDispatch dispatch, IStoryStore stories, IOpenAnnouncements own, IChannelPauses pauses, IMessageQueue queue, TimeProvider time) : ITimerHandler
{
    /// <summary>How long a message that is on its way is given before another is sent.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What an own topic found waits for everybody's alert, ten minutes at most.</summary>
    private static readonly TimeSpan PatienceWithOwn = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LookBack = TimeSpan.FromDays(2);

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

        await foreach (var page in Pages(cursor => stories.ListAsync(topicId: null, time.GetUtcNow() - LookBack, PageSize, cursor, cancellationToken)))
        {
            var left = page.Where(story => story.Announced is { Complete: false } told && told.At < before).Select(story => story.Id);
            foreach (var storyIds in left.Chunk(AnnounceMessage.MaxStories))
            {
                await queue.SendAsync(QueueNames.Announce, new AnnounceMessage(storyIds), cancellationToken: cancellationToken);
            }
        }

        await BringBackOwnAsync(cancellationToken);
    }

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
