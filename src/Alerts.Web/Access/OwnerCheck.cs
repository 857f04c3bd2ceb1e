using Alerts.Core.Subscriptions;
using Alerts.Core.Subscriptions.Tokens;

namespace Alerts.Web.Access;

/// <summary>Finds the subscription that a token speaks for.</summary>
internal sealed class OwnerCheck(SubscriptionTokens tokens, ISubscriptionStore subscriptions)
{
    public async Task<Owner> FindAsync(TokenPurpose purpose, string? token, CancellationToken cancellationToken)
    {
        if (tokens.Verify(purpose, token) is var outcome && outcome is TokenOutcome.Expired)
        {
            return new Owner.Expired();
        }

        if (outcome is not TokenOutcome.Valid valid || await subscriptions.GetAsync(valid.SubscriptionId, cancellationToken) is not { } subscription)
        {
            return new Owner.Unknown();
        }

        // Whoever finds an old mail must still get out; for everything else a token counts for its own sign-up only.
        return purpose == TokenPurpose.Unsubscribe || valid.Generation == subscription.Generation ? new Owner.Of(subscription) : new Owner.Expired();
    }
}
