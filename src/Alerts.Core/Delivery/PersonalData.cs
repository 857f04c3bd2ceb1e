using Alerts.Core.Alerting;
using Alerts.Core.Delivery.Suppressing;
using Alerts.Core.Hits;
using Alerts.Core.Matching.Own;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;

namespace Alerts.Core.Delivery;

/// <summary>What is stored about a subscriber, over all its channels: to hand out, and to erase.</summary>
public sealed class PersonalData(
    ISubscriptionStore subscriptions, IAlertStore alerts, IDeliveryStore deliveries, IOwnTopicStore topics, IOwnStories stories, IOwnHitStore hits, IErasedAddresses erased,
    AddressHashes hashes, Feedback feedback, ISuppressionStore suppressionList, TimeProvider time)
{
    private const int Chunk = 200;

    /// <summary>Deliveries and hits that an export lists, newest first.</summary>
    private const int MaxListed = 1_000;

    public async Task<PersonalRecord?> ExportAsync(string id, CancellationToken cancellationToken)
    {
        if (await ChannelsAsync(id, cancellationToken) is not { Count: > 0 } channels)
        {
            return null;
        }

        var owner = channels[0].Id;
        var (held, sent) = (new List<HeldAlert>(), new List<Delivery>());
        foreach (var channel in channels)
        {
            held.AddRange(await alerts.ListHeldAsync(channel.Id, MaxListed, cancellationToken));
            sent.AddRange(await AllAsync(cursor => deliveries.ListAsync(channel.Id, state: null, Chunk, cursor, cancellationToken)));
        }

        var found = await AllAsync(cursor => hits.ListAsync(owner, topicId: null, Chunk, cursor, cancellationToken));
        return new PersonalRecord(channels, await topics.ListAsync(owner, cancellationToken), held, found, sent);
    }

    /// <summary>
    /// Erases a subscriber with all channels. The rows with the addresses go last: until then a repeat finds what is left to do. Of an
    /// email address a keyed hash stays, so that nobody but its owner can have it mailed again.
    /// </summary>
    public async Task<bool> EraseAsync(string id, CancellationToken cancellationToken)
    {
        var channels = await ChannelsAsync(id, cancellationToken);
        foreach (var channel in channels.Where(channel => channel.Channel.Kind == ChannelKind.Email))
        {
            if (EmailAddress.TryNormalise(channel.Channel.Target, out var address))
            {
                await erased.AddAsync(hashes.Of(address)[0], channel.Status == SubscriptionStatus.Suppressed, time.GetUtcNow(), cancellationToken);
            }
        }

        if (channels is [var first, ..])
        {
            await EraseOwnAsync(first.Id, cancellationToken);
        }

        foreach (var channel in channels.Reverse())
        {
            await EraseChannelAsync(channel, cancellationToken);
        }

        return channels.Count > 0;
    }

    /// <summary>One channel with what was sent to it or waits for it; its row goes last.</summary>
    public async Task EraseChannelAsync(Subscription channel, CancellationToken cancellationToken)
    {
        while (await alerts.ListHeldAsync(channel.Id, Chunk, cancellationToken) is { Count: > 0 } held)
        {
            await alerts.ReleaseAsync(held, cancellationToken);
        }

        if (channel.OwnerId is null)
        {
            foreach (var mark in channel.Irrelevant)
            {
                await feedback.UndoAsync(channel.Id, mark.AlertId, cancellationToken);
            }
        }

        await deliveries.EraseAsync(channel.Id, cancellationToken);
        while (await subscriptions.GetAsync(channel.Id, cancellationToken) is { Status: SubscriptionStatus.Suppressed } suppressed)
        {
            if (await BlankAsync(suppressed, cancellationToken))
            {
                return;
            }
        }

        await subscriptions.RemoveAsync(channel.Id, cancellationToken);
    }

    private async Task EraseOwnAsync(string owner, CancellationToken cancellationToken)
    {
        foreach (var topic in await topics.ListAsync(owner, cancellationToken))
        {
            await topics.RemoveAsync(owner, topic.Id, cancellationToken);
        }

        var told = await AllAsync(cursor => stories.Of(owner).ListAsync(topicId: null, since: null, Chunk, cursor, cancellationToken));
        await alerts.RemoveAsync(
            [.. told.SelectMany(story => Enumerable.Range(1, story.Announced?.Sequence ?? 0).Select(sequence => Alert.IdOf(story.Id, sequence, owner)))], cancellationToken);
        await stories.RemoveAsync(owner, cancellationToken);
    }

    /// <summary>The first subscription, then the linked ones; of a further mailbox, and of a linked one whose first is gone, itself.</summary>
    private async Task<IReadOnlyList<Subscription>> ChannelsAsync(string id, CancellationToken cancellationToken)
    {
        if (await subscriptions.GetAsync(id, cancellationToken) is not { Channel.Target.Length: > 0 } asked)
        {
            return [];
        }

        var first = asked.OwnerId is { } owner && !asked.IsFurtherMailbox ? await subscriptions.GetAsync(owner, cancellationToken) ?? asked : asked;
        return first.Linked.Count == 0 ? [first] : [first, .. (await subscriptions.GetAsync(first.Linked, cancellationToken)).Where(linked => linked.OwnerId == first.Id)];
    }

    private static async Task<List<T>> AllAsync<T>(Func<string?, Task<Page<T>>> list)
    {
        var all = new List<T>();
        string? cursor = null;
        do
        {
            var page = await list(cursor);
            all.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null && all.Count < MaxListed);

        return all;
    }

    /// <summary>Whoever complained and then had everything erased must not be mailed again: what stays is the id, derived from the address, and that it is suppressed.</summary>
    private async Task<bool> BlankAsync(Subscription suppressed, CancellationToken cancellationToken)
    {
        if (await suppressionList.GetAsync(suppressed.Id, cancellationToken) is { } entry)
        {
            await suppressionList.SaveAsync(entry with { Reason = "" }, cancellationToken);
        }

        var blank = new Subscription
        {
            Id = suppressed.Id,
            Channel = new Channel(suppressed.Channel.Kind, Target: ""),
            Topics = [],
            Status = SubscriptionStatus.Suppressed,
            StatusReason = "erased at its owner's wish",
            CreatedAt = suppressed.CreatedAt,
            Generation = suppressed.Generation + 1,
            Version = suppressed.Version,
        };
        return await subscriptions.TrySaveAsync(blank, cancellationToken) is not null;
    }
}
