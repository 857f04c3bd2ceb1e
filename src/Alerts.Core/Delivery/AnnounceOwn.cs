using Alerts.Core.Alerting;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Core.Stories.Claims;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// Tells a subscriber what its own topics found: its channels are known, so there is nothing to page through. Who is told of an article
/// by the public alert is not told of it again; that alert is waited for, a little.
/// </summary>
public sealed class AnnounceOwn(
    IOwnStories stories,
    IOwnHitStore hits,
    IStoryStore publicStories,
    IAlertStore alerts,
    ISubscriptionStore subscriptions,
    AlertRouting routing,
    DeliveryDispatch dispatch,
    IMessageQueue queue,
    TimeProvider time)
{
    private static readonly TimeSpan WaitForPublic = TimeSpan.FromSeconds(10);

    /// <summary>Ten minutes. A public alert that is not made by then has failed; this one goes without it.</summary>
    private const int MaxRepeats = 60;

    public async Task HandleAsync(string storyId, OwnAnnouncement announcement, CancellationToken cancellationToken)
    {
        var owner = announcement.OwnerId;
        var (waits, publicAlert) = await FindPublicAsync(announcement, cancellationToken);
        if (waits)
        {
            var again = new AnnounceMessage([storyId], Own: announcement with { Repeat = announcement.Repeat + 1 });
            await queue.SendAsync(QueueNames.Announce, again, WaitForPublic, cancellationToken);
            return;
        }

        if (await OpenAsync(owner, storyId, cancellationToken) is not { } alert)
        {
            return;
        }

        var channels = await ChannelsAsync(owner, cancellationToken);
        var routed = await routing.RouteAsync(alert, [.. channels.Where(channel => !IsTold(channel, publicAlert))], cancellationToken);
        await alerts.HoldAsync(
            [.. routed.Where(item => item.Route is AlertRoute.Hold).Select(item => new HeldAlert(item.Subscription.Id, alert.Id, alert.CreatedAt, ((AlertRoute.Hold)item.Route).Reason))],
            cancellationToken);
        await dispatch.DispatchAsync([.. routed.Where(item => item.Route is AlertRoute.Now).Select(item => Delivery.Of(alert, item.Subscription))], cancellationToken);
        await CompleteAsync(owner, alert, cancellationToken);
    }

    private async Task<(bool Waits, Alert? Alert)> FindPublicAsync(OwnAnnouncement announcement, CancellationToken cancellationToken)
    {
        if (announcement.PublicStoryId is not { } id || await publicStories.GetAsync(id, cancellationToken) is not { } story)
        {
            return (false, null);
        }

        return story.Announced is { } told
            ? (false, (await alerts.GetAsync([told.AlertId], cancellationToken)).SingleOrDefault())
            : (announcement.Repeat < MaxRepeats && AnnouncementRules.Decide(story) is not AnnouncementDecision.Nothing, null);
    }

    private static bool IsTold(Subscription channel, Alert? publicAlert) =>
        publicAlert is not null && channel.ConfirmedAt <= publicAlert.CreatedAt && AlertRouter.Route(publicAlert, channel) is not AlertRoute.Skip;

    private async Task<Alert?> OpenAsync(string owner, string storyId, CancellationToken cancellationToken)
    {
        var own = stories.Of(owner);
        while (await own.GetAsync(storyId, cancellationToken) is { } story)
        {
            switch (AnnouncementRules.Decide(story))
            {
                case AnnouncementDecision.Resume resume:
                    return (await alerts.GetAsync([resume.Announcement.AlertId], cancellationToken)).SingleOrDefault();

                case AnnouncementDecision.Announce announce:
                    var alert = await alerts.AddIfAbsentAsync(await ComposeAsync(owner, story, announce, cancellationToken), cancellationToken);
                    var told = new Announcement(alert.Sequence, alert.Id, alert.CreatedAt, alert.Story.Severity, alert.Story.Facts, Complete: false);
                    if (await own.TrySaveAsync(story with { Announced = told }, cancellationToken) is not null)
                    {
                        return alert;
                    }

                    break;

                default:
                    return null;
            }
        }

        return null;
    }

    private async Task<Alert> ComposeAsync(string owner, Story story, AnnouncementDecision.Announce announce, CancellationToken cancellationToken)
    {
        var found = await hits.ListByStoryAsync(owner, story.Id, Alert.MaxHits, cancellationToken);
        return new Alert
        {
            Id = Alert.IdOf(story.Id, announce.Sequence, owner),
            OwnerId = owner,
            Sequence = announce.Sequence,
            CreatedAt = time.GetUtcNow(),
            Story = story with { Topics = [.. found.Select(hit => hit.Id.TopicId).Distinct()], Claims = ClaimLedger.Empty },
            Hits = found,
            Changes = announce.Changes,
        };
    }

    private async Task<IReadOnlyList<Subscription>> ChannelsAsync(string owner, CancellationToken cancellationToken) =>
        await subscriptions.GetAsync(owner, cancellationToken) is not { } first ? []
            : first.Linked.Count == 0 ? [first]
            : [first, .. await subscriptions.GetAsync(first.Linked, cancellationToken)];

    private async Task CompleteAsync(string owner, Alert alert, CancellationToken cancellationToken)
    {
        var own = stories.Of(owner);
        while (await own.GetAsync(alert.Story.Id, cancellationToken) is { Announced: { Complete: false } told } story && told.AlertId == alert.Id)
        {
            if (await own.TrySaveAsync(story with { Announced = told with { Complete = true } }, cancellationToken) is not null)
            {
                return;
            }
        }
    }
}
