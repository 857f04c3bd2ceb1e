using System.Globalization;
using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;
using Microsoft.Extensions.Options;

namespace Alerts.Core.Delivery;

/// <summary>
/// Signing an email address up. Whoever asks learns nothing about the address: a new, a pending, a confirmed and a suppressed one are
/// answered alike, and only the mailbox tells the difference.
/// </summary>
public sealed class SignUps(
    ISubscriptionStore subscriptions, IErasedAddresses erased, AddressHashes hashes, Memberships memberships, DeliveryDispatch dispatch, TimeProvider time, IOptions<SignUpOptions> options)
{
    private const int Tries = 8;

    /// <returns>What is wrong with the request; empty where it was taken.</returns>
    public async Task<IReadOnlyList<PreferenceError>> RequestAsync(SignUpRequest request, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryNormalise(request.Address, out var address))
        {
            return [new("email", "must be an email address, such as name@example.org")];
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var id = Subscription.IdOf(ChannelKind.Email, address);
            var known = await subscriptions.GetAsync(id, cancellationToken);
            var (wanted, errors) = PreferenceRules.Apply(Requested(id, known, request), request.Preferences, request.KnownTopics);
            if (errors.Count > 0)
            {
                return errors;
            }

            // An erased address is asked to confirm as a new one is, unless mail to it has bounced: then nothing is sent.
            if (known is null && await erased.FindAsync(hashes.Of(address), cancellationToken) == true)
            {
                return [];
            }

            // A confirmed subscription changes only by its owner's token; its owner is sent the way to it. For a suppressed one the same
            // is done, and cancelled when it is to be sent: a stranger's clock cannot tell the two apart.
            if (known?.Status is SubscriptionStatus.Active or SubscriptionStatus.Disabled or SubscriptionStatus.Suppressed)
            {
                var window = time.GetUtcNow().UtcTicks / options.Value.ConfirmationInterval.Ticks;
                await MailAsync(DeliveryContent.Welcome, known, window, cancellationToken);
                return [];
            }

            if (await subscriptions.TrySaveAsync(wanted, cancellationToken) is { } saved)
            {
                await MailAsync(DeliveryContent.Confirmation, saved, saved.Consent!.RequestedAt.UtcTicks, cancellationToken);
                return [];
            }
        }

        throw new InvalidOperationException($"A sign-up met other writers {Tries} times.");
    }

    /// <summary>
    /// A subscriber wants to be told at a further mailbox, which is asked first as at any sign-up. A mailbox that has a subscription already
    /// stays with it, and the answer does not tell the difference.
    /// </summary>
    /// <param name="from">Whence the wish came.</param>
    public async Task<ChannelOutcome> AddAddressAsync(string ownerId, string? entered, Cadence cadence, string? from, CancellationToken cancellationToken)
    {
        var first = await subscriptions.GetAsync(ownerId, cancellationToken);
        if (Channels.WhyNot(first) is { } why)
        {
            return new ChannelOutcome.Refused(why);
        }

        if (!EmailAddress.TryNormalise(entered, out var address) || Subscription.IdOf(ChannelKind.Email, address) is var id && id == ownerId)
        {
            return new ChannelOutcome.Refused("A further mailbox needs another email address, such as name@example.org.");
        }

        var known = await subscriptions.GetAsync(id, cancellationToken);
        if (known?.OwnerId == ownerId || known?.Status is SubscriptionStatus.Active or SubscriptionStatus.Disabled or SubscriptionStatus.Suppressed)
        {
            var content = known!.Status == SubscriptionStatus.Pending ? DeliveryContent.Confirmation : DeliveryContent.Welcome;
            await MailAsync(content, known, time.GetUtcNow().UtcTicks / options.Value.ConfirmationInterval.Ticks, cancellationToken);
            return new ChannelOutcome.Asked();
        }

        if (known?.Status == SubscriptionStatus.Pending || (known is null && await erased.FindAsync(hashes.Of(address), cancellationToken) == true))
        {
            return new ChannelOutcome.Asked();
        }

        var wanted = Requested(id, known, new SignUpRequest(entered!, new Preferences(), first!.Topics, from, "channel")).WithPreferencesOf(first) with { OwnerId = ownerId, Cadence = cadence };
        if (await subscriptions.TrySaveAsync(wanted, cancellationToken) is { } saved)
        {
            await memberships.LinkAsync(ownerId, saved.Id, cancellationToken);
            await MailAsync(DeliveryContent.Confirmation, saved, saved.Consent!.RequestedAt.UtcTicks, cancellationToken);
        }

        return new ChannelOutcome.Asked();
    }

    /// <summary>The owner pressed the button. What is sent for it is sent once, however often the button is pressed.</summary>
    /// <param name="generation">Of the sign-up that is confirmed.</param>
    public async Task<MembershipOutcome> ConfirmAsync(string id, int generation, string? from, CancellationToken cancellationToken)
    {
        var outcome = await memberships.ConfirmAsync(id, generation, from, cancellationToken);
        var confirmed = (outcome as MembershipOutcome.Changed)?.Subscription ?? (outcome as MembershipOutcome.Unchanged)?.Subscription;
        if (confirmed is { Channel.Kind: ChannelKind.Email, ConfirmedAt: { } at })
        {
            await MailAsync(DeliveryContent.Welcome, confirmed, at.UtcTicks, cancellationToken);
        }

        return outcome;
    }

    private Subscription Requested(string id, Subscription? known, SignUpRequest request)
    {
        var now = time.GetUtcNow();
        var fresh = new Subscription
        {
            Id = id,
            Channel = new Channel(ChannelKind.Email, request.Address.Trim()),
            Topics = [.. request.KnownTopics],
            CreatedAt = known?.CreatedAt ?? now,
            Consent = new Consent(now, request.From, request.Source) { Wording = ConsentWording.Version },
            Generation = known?.Status is SubscriptionStatus.Unsubscribed ? known.Generation + 1 : known?.Generation ?? 1,
            Version = known?.Version,
        };

        // Asked again before the interval is over: the newest wishes count, but the request, and so its one mail, stays the first.
        return known is { Status: SubscriptionStatus.Pending, Consent: { } consent } && now - consent.RequestedAt < options.Value.ConfirmationInterval
            ? fresh with { Consent = consent }
            : fresh;
    }

    /// <param name="occasion">What the mail is sent for: one occasion, one mail.</param>
    private Task MailAsync(DeliveryContent content, Subscription subscription, long occasion, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var contentId = DerivedId.Of(
            content.ToString(), subscription.Id, subscription.Generation.ToString(CultureInfo.InvariantCulture), occasion.ToString(CultureInfo.InvariantCulture));
        return dispatch.DispatchAsync([new Delivery
        {
            Id = new DeliveryId(contentId, subscription.Id),
            Content = content,
            Channel = ChannelKind.Email,
            CreatedAt = now,
            NextAttemptAt = now,
        }], cancellationToken);
    }
}
