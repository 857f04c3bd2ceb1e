namespace Alerts.Core.Subscriptions;

/// <summary>What the owner of a subscription does with it after signing up. Whoever calls has checked the owner's token.</summary>
public sealed class Memberships(ISubscriptionStore subscriptions, TimeProvider time)
{
    private const int Tries = 8;

    /// <param name="generation">Of the sign-up that is confirmed.</param>
    public Task<MembershipOutcome> ConfirmAsync(string id, int generation, string? from, CancellationToken cancellationToken) =>
        ChangeAsync(id, subscription => subscription switch
        {
            { Status: SubscriptionStatus.Active } when subscription.Generation == generation => new MembershipOutcome.Unchanged(subscription),
            { Status: SubscriptionStatus.Pending } when subscription.Generation == generation => new MembershipOutcome.Changed(Confirmed(subscription, from)),
            _ => new MembershipOutcome.NotAllowed(subscription),
        }, cancellationToken);

    /// <summary>After this has returned, no mail starts. A suppressed or disabled subscription stays so: leaving must not make it mailable again.</summary>
    public async Task<MembershipOutcome> LeaveAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await LeaveOneAsync(id, cancellationToken);
        foreach (var channel in await LinkedAsync(await subscriptions.GetAsync(id, cancellationToken), cancellationToken))
        {
            await LeaveOneAsync(channel.Id, cancellationToken);
        }

        return outcome;
    }

    private Task<MembershipOutcome> LeaveOneAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, subscription => subscription.Status is SubscriptionStatus.Active or SubscriptionStatus.Pending
            ? new MembershipOutcome.Changed(subscription with { Status = SubscriptionStatus.Unsubscribed, StatusReason = "its owner unsubscribed" })
            : new MembershipOutcome.Unchanged(subscription), cancellationToken);

    /// <param name="topics">The topics that there are.</param>
    public Task<MembershipOutcome> PreferAsync(string id, Preferences wanted, IReadOnlyCollection<string> topics, CancellationToken cancellationToken) =>
        ChangeAllAsync(id, subscription =>
        {
            var (changed, errors) = PreferenceRules.Apply(subscription, wanted, topics);
            return errors.Count > 0 ? new MembershipOutcome.Invalid(errors)
                : subscription.IsFurtherMailbox ? new MembershipOutcome.NotAllowed(subscription)
                : subscription.Status is SubscriptionStatus.Active or SubscriptionStatus.Pending or SubscriptionStatus.Disabled ? new MembershipOutcome.Changed(changed)
                : new MembershipOutcome.NotAllowed(subscription);
        }, cancellationToken);

    /// <summary>Changes a subscription and then its subscriber's other channels after it. A crash between the two is mended by the next change.</summary>
    public async Task<MembershipOutcome> ChangeAllAsync(string id, Func<Subscription, MembershipOutcome> decide, CancellationToken cancellationToken)
    {
        var outcome = await ChangeAsync(id, decide, cancellationToken);
        var first = (outcome as MembershipOutcome.Changed)?.Subscription ?? (outcome as MembershipOutcome.Unchanged)?.Subscription;
        foreach (var channel in first?.Linked ?? [])
        {
            await ChangeAsync(
                channel,
                linked => linked.OwnerId == first!.Id ? new MembershipOutcome.Changed(linked.WithPreferencesOf(first)) : new MembershipOutcome.Unchanged(linked),
                cancellationToken);
        }

        return outcome;
    }

    /// <summary>Notes that a channel is the subscriber's.</summary>
    public Task<MembershipOutcome> LinkAsync(string ownerId, string channelId, CancellationToken cancellationToken) =>
        ChangeAsync(ownerId, owner => owner.Linked.Contains(channelId)
            ? new MembershipOutcome.Unchanged(owner)
            : new MembershipOutcome.Changed(owner with { Linked = [.. owner.Linked, channelId] }), cancellationToken);

    /// <summary>The subscriber's further channels. A mailbox that has signed up by itself since is nobody's channel any more.</summary>
    public async Task<IReadOnlyList<Subscription>> LinkedAsync(Subscription? first, CancellationToken cancellationToken) =>
        first is null or { Linked.Count: 0 } ? [] : [.. (await subscriptions.GetAsync(first.Linked, cancellationToken)).Where(linked => linked.OwnerId == first.Id)];

    /// <summary>Reads, decides and writes, again from the start where another writer was faster.</summary>
    public async Task<MembershipOutcome> ChangeAsync(string id, Func<Subscription, MembershipOutcome> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await subscriptions.GetAsync(id, cancellationToken) is not { } subscription)
            {
                return new MembershipOutcome.Unknown();
            }

            var outcome = decide(subscription);
            if (outcome is not MembershipOutcome.Changed changed)
            {
                return outcome;
            }

            if (await subscriptions.TrySaveAsync(changed.Subscription, cancellationToken) is { } saved)
            {
                return new MembershipOutcome.Changed(saved);
            }
        }

        throw new InvalidOperationException($"Subscription {id} changed under {Tries} attempts to write it.");
    }

    private Subscription Confirmed(Subscription subscription, string? from)
    {
        var now = time.GetUtcNow();
        return subscription with
        {
            Status = SubscriptionStatus.Active,
            StatusReason = null,
            ConfirmedAt = now,
            Consent = subscription.Consent is { } consent ? consent with { ConfirmedAt = now, ConfirmedFrom = from } : null,
        };
    }
}
