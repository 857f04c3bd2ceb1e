using Alerts.Core.Alerting;
using Alerts.Core.Hits;
using Alerts.Core.Matching.Own;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>Readers and operators say what was not relevant. Everything of it can be taken back.</summary>
public sealed class Feedback(IAlertStore alerts, IHitStore hits, IHitFeedbackStore store, Memberships memberships, TimeProvider time)
{
    /// <summary>The reader is told no more of the story, and of the like only by digest.</summary>
    public async Task<MembershipOutcome> MarkAsync(string subscriptionId, string alertId, CancellationToken cancellationToken)
    {
        if ((await alerts.GetAsync([alertId], cancellationToken)) is not [var alert])
        {
            return new MembershipOutcome.Unknown();
        }

        var outcome = await memberships.ChangeAllAsync(subscriptionId, subscription =>
            alert.OwnerId is { } owner && owner != subscription.Subscriber ? new MembershipOutcome.Unknown()
            : subscription.Irrelevant.Any(mark => mark.AlertId == alertId) ? new MembershipOutcome.Unchanged(subscription)
            : new MembershipOutcome.Changed(subscription with { Irrelevant = [.. subscription.Irrelevant.TakeLast(Irrelevance.MaxKept - 1), MarkOf(alert, subscription)] }), cancellationToken);
        if (outcome is MembershipOutcome.Changed or MembershipOutcome.Unchanged)
        {
            await store.SaveAsync([.. PublicOf(alert).Select(hit => HitFeedback.Of(hit, ReaderOf(subscriptionId), time.GetUtcNow()))], cancellationToken);
        }

        return outcome;
    }

    public async Task<MembershipOutcome> UndoAsync(string subscriptionId, string alertId, CancellationToken cancellationToken)
    {
        foreach (var alert in await alerts.GetAsync([alertId], cancellationToken))
        {
            await store.RemoveAsync([.. PublicOf(alert).Select(hit => HitFeedback.Of(hit, ReaderOf(subscriptionId), time.GetUtcNow()))], cancellationToken);
        }

        return await memberships.ChangeAllAsync(subscriptionId, subscription => subscription.Irrelevant.Any(mark => mark.AlertId == alertId)
            ? new MembershipOutcome.Changed(subscription with { Irrelevant = [.. subscription.Irrelevant.Where(mark => mark.AlertId != alertId)] })
            : new MembershipOutcome.Unchanged(subscription), cancellationToken);
    }

    /// <returns>Null where there is no such hit.</returns>
    public async Task<HitFeedback?> MarkHitAsync(HitId id, string by, string? note, CancellationToken cancellationToken)
    {
        if (await hits.GetAsync(id, cancellationToken) is not { } hit)
        {
            return null;
        }

        var mark = HitFeedback.Of(hit, by, time.GetUtcNow(), note);
        await store.SaveAsync([mark], cancellationToken);
        return mark;
    }

    public async Task<bool> UndoHitAsync(HitId id, string by, CancellationToken cancellationToken)
    {
        var marks = (await store.ListByHitAsync(id, cancellationToken)).Where(mark => mark.By == by).ToList();
        await store.RemoveAsync(marks, cancellationToken);
        return marks.Count > 0;
    }

    /// <summary>What an own topic found is nobody else's to count.</summary>
    private static IEnumerable<Hit> PublicOf(Alert alert) => alert.Hits.Where(hit => !OwnTopic.IsId(hit.Id.TopicId));

    private static string ReaderOf(string subscriptionId) => "reader " + DerivedId.Compact("feedback", subscriptionId);

    private Irrelevance MarkOf(Alert alert, Subscription subscription) => new(
        alert.Id,
        alert.Story.Id,
        alert.Story.Title,
        [.. alert.Hits.Where(hit => subscription.Topics.Contains(hit.Id.TopicId)).Select(hit => Irrelevance.SourceOf(hit.Id.TopicId, hit.Publisher)).Distinct()],
        time.GetUtcNow());
}
