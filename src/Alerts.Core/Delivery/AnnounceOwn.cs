using Alerts.Core.Alerting;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// Tells a subscriber what its own topics found: its channels are known, so there is nothing to page through. Who is told of an article
/// by the public alert is not told of it again; that alert is waited for, a little. Who heard of it here first: <see cref="OwnFirst"/>.
/// </summary>
public sealed class AnnounceOwn(
    IOwnStories stories,
    IOwnHitStore hits,
    IStoryStore publicStories,
    IAlertStore alerts,
    ISubscriptionStore subscriptions,
    Announcements announcements,
    WatchTexts texts,
    IOpenAnnouncements open,
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

        var own = stories.Of(owner);
        var begun = await announcements.OpenAsync(
            own, await own.GetAsync(storyId, cancellationToken), (story, announce) => ComposeAsync(owner, story, announce, cancellationToken), cancellationToken);
        if (begun is not null)
        {
            var channels = await ChannelsAsync(owner, cancellationToken);
            var first = begun.Alert.IsUpdate ? (await alerts.GetAsync([Alert.IdOf(storyId, 1, owner)], cancellationToken)).SingleOrDefault() : null;
            var publicFirst = publicAlert is { IsUpdate: true } ? (await alerts.GetAsync([Alert.IdOf(publicAlert.Story.Id, 1)], cancellationToken)).SingleOrDefault() : publicAlert;
            var fanOut = new FanOut([begun.Alert], texts, routing);
            await fanOut.RouteAsync([.. channels.Where(channel => !IsTold(channel, publicAlert, publicFirst, first))], ownFirst: null, cancellationToken);
            await fanOut.WriteAsync(alerts, dispatch, cancellationToken);
            if (await Announcements.CompleteAsync(own, begun.Alert, begun.Story, cancellationToken) is { } told && AnnouncementRules.Decide(told) is AnnouncementDecision.Announce)
            {
                await queue.SendAsync(QueueNames.Announce, new AnnounceMessage([storyId], Own: announcement with { Repeat = 0 }), cancellationToken: cancellationToken);
                return;
            }
        }

        await open.RemoveAsync(owner, storyId, cancellationToken);
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

    /// <summary>Whom an update spares has been told before, unless it has come since.</summary>
    private static bool IsSpared(Alert publicAlert, Alert? publicFirst, Subscription channel) =>
        publicFirst is not null && channel.ConfirmedAt <= publicFirst.CreatedAt && AlertRouter.Route(publicAlert with { NewTo = new Dictionary<string, IReadOnlyList<string>>() }, channel) is not AlertRoute.Skip;

    /// <param name="first">The first alert of the owner's story, where this is an update of it.</param>
    private static bool IsTold(Subscription channel, Alert? publicAlert, Alert? publicFirst, Alert? first) =>
        publicAlert is not null && channel.ConfirmedAt <= publicAlert.CreatedAt && (AlertRouter.Route(publicAlert, channel) is not AlertRoute.Skip || IsSpared(publicAlert, publicFirst, channel))
        && !(first is not null && OwnFirst.IsBefore(first, publicAlert, channel));

    private async Task<Alert?> ComposeAsync(string owner, Story story, AnnouncementDecision.Announce announce, CancellationToken cancellationToken)
    {
        var found = await hits.ListByStoryAsync(owner, story.Id, Alert.MaxHits, cancellationToken);
        // It is the owner's own question: what looks back answers it as well.
        return Alert.Of(story with { Topics = [.. found.Select(hit => hit.Id.TopicId).Distinct()] }, announce with { LooksBack = false }, found, time.GetUtcNow(), owner);
    }

    private async Task<IReadOnlyList<Subscription>> ChannelsAsync(string owner, CancellationToken cancellationToken) =>
        await subscriptions.GetAsync(owner, cancellationToken) is not { } first ? []
            : first.Linked.Count == 0 ? [first]
            : [first, .. (await subscriptions.GetAsync(first.Linked, cancellationToken)).Where(linked => linked.OwnerId == owner)];
}
