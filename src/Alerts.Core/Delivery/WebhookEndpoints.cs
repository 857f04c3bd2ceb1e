using System.Globalization;
using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery;

/// <summary>What the owner of a webhook does with it beside its preferences.</summary>
public sealed class WebhookEndpoints(ISubscriptionStore subscriptions, Memberships memberships, DeliveryDispatch dispatch, TimeProvider time)
{
    /// <summary>How long a rotated secret goes on signing beside the new one.</summary>
    public static TimeSpan RotatedSecretLives { get; } = TimeSpan.FromHours(24);

    /// <returns>Null where there is a subscription of this address already.</returns>
    public async Task<Subscription?> AddAsync(Subscription subscription, CancellationToken cancellationToken) =>
        await subscriptions.TrySaveAsync(subscription, cancellationToken);

    public Task<MembershipOutcome> RotateAsync(string id, string secret, CancellationToken cancellationToken) =>
        memberships.ChangeAsync(id, subscription =>
        {
            if (subscription.Channel.Kind != ChannelKind.Webhook)
            {
                return new MembershipOutcome.NotAllowed(subscription);
            }

            var now = time.GetUtcNow();
            var still = subscription.Channel.Secrets
                .Select(old => old.ExpiresAt is null ? old with { ExpiresAt = now + RotatedSecretLives } : old)
                .Where(old => old.ExpiresAt > now);
            return new MembershipOutcome.Changed(subscription with
            {
                Channel = subscription.Channel with { Secrets = [new WebhookSecret(secret), .. still] },
            });
        }, cancellationToken);

    /// <summary>Back after a 410 or days of failure.</summary>
    public Task<MembershipOutcome> EnableAsync(string id, CancellationToken cancellationToken) =>
        memberships.ChangeAsync(id, subscription => subscription.Status switch
        {
            SubscriptionStatus.Disabled => new MembershipOutcome.Changed(subscription with { Status = SubscriptionStatus.Active, StatusReason = null, Endpoint = null }),
            SubscriptionStatus.Active => new MembershipOutcome.Unchanged(subscription),
            _ => new MembershipOutcome.NotAllowed(subscription),
        }, cancellationToken);

    /// <returns>The delivery that carries the test event, on its way.</returns>
    public async Task<Delivery> TestAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var delivery = new Delivery
        {
            Id = new DeliveryId(DerivedId.Of("test", subscription.Id, now.UtcTicks.ToString(CultureInfo.InvariantCulture)), subscription.Id),
            Content = DeliveryContent.Test,
            Channel = ChannelKind.Webhook,
            CreatedAt = now,
            NextAttemptAt = now,
        };
        await dispatch.DispatchAsync([delivery], cancellationToken);
        return delivery;
    }
}
