using Alerts.Core.Alerting;
using Alerts.Core.Hits;
using Alerts.Core.Incidents;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// Who is due? Makes the alerts of stories and takes them over the subscriptions, page by page in the order of the ids: rows first,
/// then the messages that carry them. After so many pages a message with the cursor of the next one ends the step, so a crash
/// repeats a few pages at most, and a repeated page finds its rows.
/// </summary>
public sealed class AnnounceStory(
    IStoryStore stories,
    IIncidentStore incidents,
    IHitStore hits,
    IAlertStore alerts,
    ISubscriptionStore subscriptions,
    Announcements announcements,
    AlertRouting routing,
    OwnFirst ownFirst,
    WatchTexts texts,
    DeliveryDispatch dispatch,
    AnnounceOwn own,
    FanOutPages pages,
    IMessageQueue queue,
    IActivityObserver observer,
    TimeProvider time) : IMessageHandler<AnnounceMessage>
{
    /// <summary>However many pages are left: what is routed is in memory until it is written.</summary>
    private const int RoutedAtOnce = 10_000;

    public async Task HandleAsync(AnnounceMessage message, CancellationToken cancellationToken)
    {
        if (message.Own is { } ofOwner)
        {
            await own.HandleAsync(message.StoryIds[0], ofOwner, cancellationToken);
            return;
        }

        var told = message.AlertIds is null ? await OpenAsync(message.StoryIds, cancellationToken) : await ResumeAsync(message.AlertIds, cancellationToken);
        if (told.Count == 0)
        {
            return;
        }

        var cursor = message.Cursor;
        var fanOut = new FanOut([.. told.Select(item => item.Alert)], texts, routing);
        for (var read = 1; ; read++)
        {
            var page = await subscriptions.ListAsync(pages.Size, cursor, cancellationToken);
            await fanOut.RouteAsync(page.Items, ownFirst, cancellationToken);
            cursor = page.Next;
            if (cursor is null || read == pages.AtOnce || fanOut.Due.Count + fanOut.Held.Count >= RoutedAtOnce)
            {
                break;
            }
        }

        await fanOut.WriteAsync(alerts, dispatch, cancellationToken);
        Report(fanOut);
        if (cursor is null)
        {
            await Task.WhenAll(told.Select(item => Announcements.CompleteAsync(stories, item.Alert, item.Story, cancellationToken)));
        }
        else
        {
            var next = new AnnounceMessage(message.StoryIds, [.. told.Select(item => item.Alert.Id)], cursor);
            await queue.SendAsync(QueueNames.Announce, next, cancellationToken: cancellationToken);
        }
    }

    /// <summary>The stories' alerts: made now, or made before and not yet told to all.</summary>
    private async Task<IReadOnlyList<(Alert Alert, Story? Story)>> OpenAsync(IReadOnlyList<string> storyIds, CancellationToken cancellationToken)
    {
        var known = await stories.GetAsync([.. storyIds.Distinct()], cancellationToken);
        var begun = (await Task.WhenAll(known.Select(story =>
            announcements.OpenAsync(stories, story, (current, announce) => ComposeAsync(current, announce, cancellationToken), cancellationToken)))).OfType<Announcements.Begun>().ToList();
        foreach (var alert in begun.Where(item => item.IsNew).Select(item => item.Alert))
        {
            observer.Observe(new Activity.AlertCreated(alert.Story.Title, alert.Story.Severity.ToString(), alert.Sequence, alert.Story.Topics));
        }

        return [.. begun.Select(item => (item.Alert, (Story?)item.Story))];
    }

    private async Task<IReadOnlyList<(Alert Alert, Story? Story)>> ResumeAsync(IReadOnlyList<string> alertIds, CancellationToken cancellationToken) =>
        [.. (await alerts.GetAsync(alertIds, cancellationToken)).Select(alert => (alert, (Story?)null))];

    private async Task<Alert?> ComposeAsync(Story story, AnnouncementDecision.Announce decided, CancellationToken cancellationToken)
    {
        var (announce, incident) = await AccountAsync(story, decided, cancellationToken);
        return announce is null ? null : await ComposeAsync(story, announce, incident, cancellationToken);
    }

    /// <summary>
    /// Enters the alert in the account of the story's incident before it is made, so that of two stories that learn the same at once one tells it; a repeat
    /// after a crash finds its own entry.
    /// </summary>
    /// <returns>No announcement where all of it was told by another story.</returns>
    private async Task<(AnnouncementDecision.Announce? Announce, Incident? Incident)> AccountAsync(Story story, AnnouncementDecision.Announce decided, CancellationToken cancellationToken)
    {
        while (story.IncidentId is { } id && await incidents.FindAsync(id, cancellationToken) is { } incident)
        {
            if (IncidentTelling.Narrow(decided, story, incident) is not { } announce) return (null, incident);
            var accounted = IncidentTelling.Account(incident, story, announce, time.GetUtcNow());
            if (ReferenceEquals(accounted, incident) || await incidents.TrySaveAsync(accounted, cancellationToken) is not null) return (announce, incident);
        }

        return (decided, null);
    }

    private async Task<Alert> ComposeAsync(Story story, AnnouncementDecision.Announce announce, Incident? incident, CancellationToken cancellationToken) =>
        Alert.Of(story, announce, await StoryHits.ListAsync(hits, story, Alert.MaxHits, cancellationToken), time.GetUtcNow()) with
        {
            Incident = incident is null ? null : IncidentSummary.Of(IncidentTelling.Known(incident, story)),
        };

    private void Report(FanOut fanOut)
    {
        foreach (var alert in fanOut.Alerts)
        {
            var (due, held) = (fanOut.Due.Count(delivery => delivery.Id.ContentId == alert.Id), fanOut.Held.Count(item => item.AlertId == alert.Id));
            if (due + held > 0)
            {
                observer.Observe(new Activity.AlertRouted(alert.Story.Title, due, held));
            }
        }
    }
}
