using Alerts.Core.Alerting;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// Who is due? Makes the alert of a story and pages through the subscriptions: rows first, then the messages that carry them. A
/// page ends in a message with the cursor of the next one, so a crash repeats a page at most, and a repeated page finds its rows.
/// </summary>
public sealed class AnnounceStory(
    IStoryStore stories,
    IHitStore hits,
    IAlertStore alerts,
    ISubscriptionStore subscriptions,
    DeliveryDispatch dispatch,
    AnnounceOwn own,
    IMessageQueue queue,
    IActivityObserver observer,
    TimeProvider time) : IMessageHandler<AnnounceMessage>
{
    private const int PageSize = 1_000;

    public async Task HandleAsync(AnnounceMessage message, CancellationToken cancellationToken)
    {
        if (message.OwnerId is not null)
        {
            await own.HandleAsync(message, cancellationToken);
            return;
        }

        var alert = message.AlertId is null
            ? await OpenAsync(message.StoryId, cancellationToken)
            : (await alerts.GetAsync([message.AlertId], cancellationToken)).SingleOrDefault();
        if (alert is null)
        {
            return;
        }

        var page = await subscriptions.ListAsync(PageSize, message.Cursor, cancellationToken);
        await RouteAsync(alert, page.Items, cancellationToken);
        if (page.Next is null)
        {
            await CompleteAsync(alert, cancellationToken);
        }
        else
        {
            await queue.SendAsync(QueueNames.Announce, new AnnounceMessage(message.StoryId, alert.Id, page.Next), cancellationToken: cancellationToken);
        }
    }

    private async Task<Alert?> OpenAsync(string storyId, CancellationToken cancellationToken)
    {
        while (await stories.GetAsync(storyId, cancellationToken) is { } story)
        {
            switch (AnnouncementRules.Decide(story))
            {
                case AnnouncementDecision.Resume resume:
                    return (await alerts.GetAsync([resume.Announcement.AlertId], cancellationToken)).SingleOrDefault();

                case AnnouncementDecision.Announce announce:
                    var alert = await alerts.AddIfAbsentAsync(await ComposeAsync(story, announce, cancellationToken), cancellationToken);
                    var told = new Announcement(alert.Sequence, alert.Id, alert.CreatedAt, alert.Story.Severity, alert.Story.Facts, Complete: false);
                    if (await stories.TrySaveAsync(story with { Announced = told }, cancellationToken) is not null)
                    {
                        observer.Observe(new Activity.AlertCreated(alert.Story.Title, alert.Story.Severity.ToString(), alert.Sequence, alert.Story.Topics));
                        return alert;
                    }

                    break;

                default:
                    return null;
            }
        }

        return null;
    }

    private async Task<Alert> ComposeAsync(Story story, AnnouncementDecision.Announce announce, CancellationToken cancellationToken) => new()
    {
        Id = Alert.IdOf(story.Id, announce.Sequence),
        Sequence = announce.Sequence,
        CreatedAt = time.GetUtcNow(),
        // The claims behind the facts stay with the story: an alert is a snapshot that is stored for each that is sent.
        Story = story with { Claims = ClaimLedger.Empty },
        Hits = await hits.ListByStoryAsync(story.Id, Alert.MaxHits, cancellationToken),
        Changes = announce.Changes,
        LooksBack = announce.LooksBack,
    };

    private async Task RouteAsync(Alert alert, IReadOnlyList<Subscription> page, CancellationToken cancellationToken)
    {
        var routed = page.Select(subscription => (subscription, route: AlertRouter.Route(alert, subscription))).ToList();
        var held = routed.Where(item => item.route is AlertRoute.Hold)
            .Select(item => new HeldAlert(item.subscription.Id, alert.Id, alert.CreatedAt, ((AlertRoute.Hold)item.route).Reason)).ToList();
        var due = routed.Where(item => item.route is AlertRoute.Now).Select(item => item.subscription).ToList();

        await alerts.HoldAsync(held, cancellationToken);
        await dispatch.DispatchAsync([.. due.Select(subscription => Delivery.Of(alert, subscription))], cancellationToken);
        if (due.Count + held.Count > 0)
        {
            observer.Observe(new Activity.AlertRouted(alert.Story.Title, due.Count, held.Count));
        }
    }

    private async Task CompleteAsync(Alert alert, CancellationToken cancellationToken)
    {
        while (await stories.GetAsync(alert.Story.Id, cancellationToken) is { Announced: { Complete: false } told } story && told.AlertId == alert.Id)
        {
            if (await stories.TrySaveAsync(story with { Announced = told with { Complete = true } }, cancellationToken) is not null)
            {
                return;
            }
        }
    }
}
