using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery.Suppressing;

/// <summary>
/// The list of addresses that are not mailed. What decides is the status in the subscription's own row, which sign-up and claim read
/// anyway and write conditionally: there is no moment between looking at a list and sending. The list beside it, written first, says
/// who they are and why; an address that never signed up gets a row that says only that it is suppressed.
/// </summary>
public sealed class Suppressions(ISuppressionStore list, ISubscriptionStore subscriptions, Memberships memberships, TimeProvider time)
{
    /// <summary>Repeating it changes nothing.</summary>
    public async Task SuppressAsync(Suppression suppression, CancellationToken cancellationToken)
    {
        if (await list.GetAsync(suppression.SubscriptionId, cancellationToken) is null)
        {
            await list.SaveAsync(suppression, cancellationToken);
        }

        await memberships.ChangeAsync(
            suppression.SubscriptionId,
            subscription => subscription.Status == SubscriptionStatus.Suppressed
                ? new MembershipOutcome.Unchanged(subscription)
                : new MembershipOutcome.Changed(subscription with { Status = SubscriptionStatus.Suppressed, StatusReason = Say(suppression) }),
            cancellationToken);
    }

    /// <returns>The id under which it stands on the list; null where the text is no address.</returns>
    public async Task<string?> AddAsync(string address, string reason, string by, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryNormalise(address, out var normalised))
        {
            return null;
        }

        var id = Subscription.IdOf(ChannelKind.Email, normalised);
        await EnsureRowAsync(normalised, cancellationToken);
        await SuppressAsync(new Suppression(id, SuppressionKind.Operator, reason, time.GetUtcNow(), by), cancellationToken);
        return id;
    }

    /// <summary>
    /// Who had confirmed and was stopped by a mailbox or an operator gets alerts again; who complained or left has to sign up anew.
    /// </summary>
    /// <returns>False where it was not on the list.</returns>
    public async Task<bool> RemoveAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        var listed = await list.GetAsync(subscriptionId, cancellationToken);
        var comesBack = listed?.Kind is not (SuppressionKind.Complained or SuppressionKind.Unsubscribed);
        var outcome = await memberships.ChangeAsync(
            subscriptionId,
            subscription => subscription.Status != SubscriptionStatus.Suppressed
                ? new MembershipOutcome.Unchanged(subscription)
                : new MembershipOutcome.Changed(subscription with
                {
                    Status = comesBack && subscription.ConfirmedAt is not null ? SubscriptionStatus.Active : SubscriptionStatus.Unsubscribed,
                    StatusReason = null,
                }),
            cancellationToken);
        return await list.RemoveAsync(subscriptionId, cancellationToken) || outcome is MembershipOutcome.Changed;
    }

    /// <summary>A row for an address that never signed up, left by default.</summary>
    internal async Task EnsureRowAsync(string normalised, CancellationToken cancellationToken)
    {
        var id = Subscription.IdOf(ChannelKind.Email, normalised);
        if (await subscriptions.GetAsync(id, cancellationToken) is null)
        {
            // Null where somebody signs up in this moment: then there is a row.
            await subscriptions.TrySaveAsync(
                new Subscription { Id = id, Channel = new Channel(ChannelKind.Email, normalised), Topics = [], Status = SubscriptionStatus.Unsubscribed, CreatedAt = time.GetUtcNow() }, cancellationToken);
        }
    }

    private static string Say(Suppression suppression)
    {
        var why = suppression.Kind switch
        {
            SuppressionKind.Bounced => "the mailbox does not exist",
            SuppressionKind.Dropped => "the provider no longer mails this address",
            SuppressionKind.Complained => "a mail was reported as spam",
            SuppressionKind.Unsubscribed => "its owner left by way of the mail provider",
            _ => "an operator stopped it",
        };
        return suppression.Reason.Length > 0 ? $"{why}: {suppression.Reason}" : why;
    }
}
