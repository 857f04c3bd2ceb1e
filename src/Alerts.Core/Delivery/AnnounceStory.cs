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
/// repeats a few pages at most, and a repeated page finds its rows. How far an alert came is noted with it: one chain of messages carries it,
/// and what becomes news meanwhile is announced when it is done.
/// </summary>
public sealed class AnnounceStory(
    IStoryStore stories,
    IIncidentStore incidents,
    IHitStore hits,
    IAlertStore alerts,
    IOpenAlerts open,
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

        var told = message.AlertIds is null ? await OpenAsync(message.StoryIds, cancellationToken) : await ResumeAsync(message.AlertIds, message.Cursor, cancellationToken);
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
            await CompleteAsync(told, cancellationToken);
        }
        else
        {
            // Noted first: from then on the alerts are this message's, and the sweep's where it is lost.
            await open.AddAsync([.. told.Select(item => new OpenAlert(item.Alert.Id, item.Alert.Story.Id, time.GetUtcNow(), cursor))], cancellationToken);
            var next = new AnnounceMessage(message.StoryIds, [.. told.Select(item => item.Alert.Id)], cursor);
            await queue.SendAsync(QueueNames.Announce, next, cancellationToken: cancellationToken);
        }
    }

    /// <summary>The stories' alerts: made now, or made before and not yet told to all.</summary>
    private async Task<IReadOnlyList<(Alert Alert, Story? Story)>> OpenAsync(IReadOnlyList<string> storyIds, CancellationToken cancellationToken)
    {
        var known = await WithoutCarriedAsync(await stories.GetAsync([.. storyIds.Distinct()], cancellationToken), cancellationToken);
        List<OpenAlert> opening = [.. from story in known let alertId = NextAlertId(story) where alertId is not null select new OpenAlert(alertId, story.Id, time.GetUtcNow())];
        await open.AddAsync(opening, cancellationToken);
        var listed = opening.Select(alert => alert.AlertId).ToHashSet(StringComparer.Ordinal);
        var begun = (await Task.WhenAll(known.Select(story =>
            announcements.OpenAsync(stories, story, (current, announce) => ComposeAsync(current, announce, listed, cancellationToken), cancellationToken)))).OfType<Announcements.Begun>().ToList();
        // Also an alert that is noted with its story and gone: nothing is left of it to bring back.
        await open.RemoveAsync([.. listed.Union(known.Select(story => story.Announced).OfType<Announcement>().Where(told => !told.Complete).Select(told => told.AlertId)).Except(begun.Select(item => item.Alert.Id))], cancellationToken);
        foreach (var alert in begun.Where(item => item.IsNew).Select(item => item.Alert))
        {
            observer.Observe(new Activity.AlertCreated(alert.Story.Title, alert.Story.Severity.ToString(), alert.Sequence, alert.Story.Topics));
        }

        return [.. begun.Select(item => (item.Alert, (Story?)item.Story))];
    }

    private static string? NextAlertId(Story story) => AnnouncementRules.Decide(story) is AnnouncementDecision.Announce announce ? Alert.IdOf(story.Id, announce.Sequence) : null;

    /// <summary>Those whose alert is past its first step are carried by another message.</summary>
    private async Task<IReadOnlyList<Story>> WithoutCarriedAsync(IReadOnlyList<Story> known, CancellationToken cancellationToken)
    {
        var begun = known.Select(story => story.Announced).OfType<Announcement>().Where(told => !told.Complete).Select(told => told.AlertId).ToList();
        if (begun.Count == 0)
        {
            return known;
        }

        var carried = (await open.GetAsync(begun, cancellationToken)).Where(alert => alert.Cursor is not null).Select(alert => alert.AlertId).ToHashSet(StringComparer.Ordinal);
        return [.. known.Where(story => story.Announced is not { Complete: false } told || !carried.Contains(told.AlertId))];
    }

    /// <summary>Without those that are elsewhere by now: a message that the sweep took for lost came after all.</summary>
    private async Task<IReadOnlyList<(Alert Alert, Story? Story)>> ResumeAsync(IReadOnlyList<string> alertIds, string? cursor, CancellationToken cancellationToken)
    {
        var elsewhere = (await open.GetAsync(alertIds, cancellationToken)).Where(alert => alert.Cursor != cursor).Select(alert => alert.AlertId).ToHashSet(StringComparer.Ordinal);
        return [.. (await alerts.GetAsync([.. alertIds.Where(id => !elsewhere.Contains(id))], cancellationToken)).Select(alert => (alert, (Story?)null))];
    }

    private async Task CompleteAsync(IReadOnlyList<(Alert Alert, Story? Story)> told, CancellationToken cancellationToken)
    {
        var complete = await Task.WhenAll(told.Select(item => Announcements.CompleteAsync(stories, item.Alert, item.Story, cancellationToken)));
        foreach (var changed in complete.OfType<Story>().Where(story => NextAlertId(story) is not null).Select(story => story.Id).Chunk(AnnounceMessage.MaxStories))
        {
            await queue.SendAsync(QueueNames.Announce, new AnnounceMessage(changed), cancellationToken: cancellationToken);
        }

        await open.RemoveAsync([.. told.Select(item => item.Alert.Id)], cancellationToken);
    }

    /// <param name="listed">What is in the list of open alerts already; a story that another message has announced meanwhile is at its next one.</param>
    private async Task<Alert?> ComposeAsync(Story story, AnnouncementDecision.Announce decided, HashSet<string> listed, CancellationToken cancellationToken)
    {
        var alertId = Alert.IdOf(story.Id, decided.Sequence);
        if (!listed.Contains(alertId))
        {
            await open.AddAsync([new OpenAlert(alertId, story.Id, time.GetUtcNow())], cancellationToken);
        }

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
