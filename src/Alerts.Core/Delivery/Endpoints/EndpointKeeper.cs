using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery.Endpoints;

/// <summary>
/// Keeps each endpoint's health, disables the ones that are gone, and tells their owners. An endpoint is judged before the delivery is
/// recorded: a crash between the two repeats the judgement.
/// </summary>
public sealed class EndpointKeeper(Memberships memberships, IDeliveryStore deliveries, DeliveryDispatch dispatch, TimeProvider time)
{
    /// <param name="subscription">As it was claimed: where the outcome changes nothing, as most do, nothing is read or written.</param>
    public async Task JudgeAsync(Subscription subscription, SendOutcome outcome, int attempts, CancellationToken cancellationToken)
    {
        if (EndpointRules.After(subscription, outcome, attempts, time.GetUtcNow()) is null)
        {
            return;
        }

        var changed = await memberships.ChangeAsync(
            subscription.Id,
            stored => EndpointRules.After(stored, outcome, attempts, time.GetUtcNow()) is { } after ? new MembershipOutcome.Changed(after) : new MembershipOutcome.Unchanged(stored),
            cancellationToken);
        if (changed is MembershipOutcome.Changed { Subscription: { Status: SubscriptionStatus.Disabled } disabled })
        {
            await TellOwnerAsync(disabled, cancellationToken);
        }
    }

    /// <summary>Mails the owner of a disabled endpoint, once for each time that it was disabled.</summary>
    public async Task TellOwnerAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        if (subscription is not { Status: SubscriptionStatus.Disabled, Channel: { Kind: ChannelKind.Webhook, OwnerEmail: not null }, Endpoint.DisabledAt: { } at })
        {
            return;
        }

        var notice = new Delivery
        {
            Id = new DeliveryId(DerivedId.Of("disabled", subscription.Id, at.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture)), subscription.Id),
            Content = DeliveryContent.Notice,
            Channel = ChannelKind.Email,
            CreatedAt = time.GetUtcNow(),
            NextAttemptAt = time.GetUtcNow(),
        };
        if ((await deliveries.GetAsync([notice.Id], cancellationToken)).Count == 0)
        {
            await dispatch.DispatchAsync([notice], cancellationToken);
        }
    }
}
