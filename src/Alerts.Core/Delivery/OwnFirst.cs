using Alerts.Core.Alerting;
using Alerts.Core.Hits;
using Alerts.Core.Matching.Own;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// One event tells one reader once, also where a topic of the reader's own found it first: everybody's first alert of a story is not for
/// those whose own story has an article in common with it and was told before. What is new in it reaches them as an update of their
/// story, and what comes later as everybody's updates.
/// </summary>
public sealed class OwnFirst(IOwnHitStore hits, IAlertStore alerts)
{
    /// <returns>Those who heard of it first by a topic of their own. Who has none, as nearly all, costs nothing.</returns>
    public async Task<IReadOnlySet<string>> AmongAsync(Alert alert, IReadOnlyList<Subscription> page, CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        if (!alert.IsFirst)
        {
            return told;
        }

        var articles = alert.Hits.Select(hit => (hit.Id.FirstSeenAt, hit.Id.ArticleId)).Distinct().ToList();
        var due = page.Where(subscription => subscription.Topics.Any(OwnTopic.IsId) && AlertRouter.Route(alert, subscription) is not AlertRoute.Skip);
        foreach (var channels in due.GroupBy(subscription => subscription.Subscriber))
        {
            var stories = (await hits.ListByArticlesAsync(channels.Key, articles, cancellationToken)).Select(hit => hit.StoryId).Distinct().ToList();
            var firsts = stories.Count == 0 ? [] : await alerts.GetAsync([.. stories.Select(story => Alert.IdOf(story, 1, channels.Key))], cancellationToken);
            told.UnionWith(channels.Where(channel => firsts.Any(first => IsBefore(first, alert, channel))).Select(channel => channel.Id));
        }

        return told;
    }

    /// <summary>Whether a channel heard of the event by the first alert of its owner's story, and everybody's first alert would be the second time.</summary>
    public static bool IsBefore(Alert own, Alert everybodys, Subscription channel) =>
        everybodys.IsFirst && own.CreatedAt < everybodys.CreatedAt && (channel.ConfirmedAt is not { } confirmed || confirmed <= own.CreatedAt)
        && AlertRouter.Route(own, channel) is not AlertRoute.Skip;
}
