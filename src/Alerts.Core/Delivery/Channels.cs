using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>
/// A subscriber's further channels: webhooks and mailboxes (<see cref="SignUps.AddAddressAsync"/>) beside the first subscription. Each is a subscription of its own, linked to the first, whose
/// preferences it follows; so everything that delivers knows nothing of them.
/// </summary>
public sealed class Channels(ISubscriptionStore subscriptions, Memberships memberships, PersonalData data)
{
    public const int MaxLinked = 5;

    /// <returns>Why a subscription cannot have another channel, for its owner; null where it can.</returns>
    internal static string? WhyNot(Subscription? first) =>
        first is not { Status: SubscriptionStatus.Active, OwnerId: null } ? "Channels are added to a confirmed subscription."
        : first.Linked.Count >= MaxLinked ? $"A subscriber has at most {MaxLinked} further channels; take one away first."
        : null;

    /// <param name="endpoint">As a subscription that is not stored yet.</param>
    public async Task<ChannelOutcome> AddAsync(string ownerId, Subscription endpoint, CancellationToken cancellationToken)
    {
        var first = await subscriptions.GetAsync(ownerId, cancellationToken);
        if (WhyNot(first) is { } why)
        {
            return new ChannelOutcome.Refused(why);
        }

        var linked = endpoint.WithPreferencesOf(first!) with { OwnerId = ownerId, Consent = first!.Consent };
        if (await subscriptions.TrySaveAsync(linked, cancellationToken) is not { } saved)
        {
            return new ChannelOutcome.Refused("This endpoint is subscribed already.");
        }

        // The link goes last: until then the endpoint belongs to its subscriber, but follows no change.
        await memberships.LinkAsync(ownerId, saved.Id, cancellationToken);
        return new ChannelOutcome.Added(saved);
    }

    /// <summary>How often this channel is told: its own choice, not the subscriber's.</summary>
    public async Task<MembershipOutcome> PaceAsync(string ownerId, string channelId, Cadence cadence, CancellationToken cancellationToken) =>
        await memberships.ChangeAsync(channelId, channel => channel.OwnerId == ownerId
            ? new MembershipOutcome.Changed(channel with { Cadence = cadence })
            : new MembershipOutcome.Unknown(), cancellationToken);

    public async Task<bool> RemoveAsync(string ownerId, string channelId, CancellationToken cancellationToken)
    {
        if (await subscriptions.GetAsync(channelId, cancellationToken) is not { } channel || channel.OwnerId != ownerId)
        {
            return false;
        }

        await data.EraseChannelAsync(channel, cancellationToken);
        await memberships.ChangeAsync(ownerId, owner => new MembershipOutcome.Changed(owner with { Linked = [.. owner.Linked.Where(id => id != channelId)] }), cancellationToken);
        return true;
    }
}

/// <summary>What came of a wish for another channel.</summary>
public abstract record ChannelOutcome
{
    private ChannelOutcome()
    {
    }

    public sealed record Added(Subscription Subscription) : ChannelOutcome;

    /// <summary>A mailbox was asked, if it can be; nothing is told there before it has answered.</summary>
    public sealed record Asked : ChannelOutcome;

    /// <param name="Why">A sentence for the subscriber.</param>
    public sealed record Refused(string Why) : ChannelOutcome;
}
