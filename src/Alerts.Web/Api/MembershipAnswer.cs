using Alerts.Core.Subscriptions;
using Alerts.Web.Api.Views;
using Alerts.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerts.Web.Api;

internal static class MembershipAnswer
{
    public static Results<Ok<SubscriptionView>, ProblemHttpResult> Of(string id, MembershipOutcome outcome) => outcome switch
    {
        MembershipOutcome.Changed { Subscription: var subscription } => TypedResults.Ok(SubscriptionView.Of(subscription)),
        MembershipOutcome.Unchanged { Subscription: var subscription } => TypedResults.Ok(SubscriptionView.Of(subscription)),
        MembershipOutcome.NotAllowed { Subscription.Status: var status } => Problem.Of(
            ProblemKinds.NotPossible, $"The subscription is {status.ToString().ToLowerInvariant()}, and so this cannot be done with it."),
        MembershipOutcome.Invalid { Errors: var errors } => PreferenceProblem.Of(errors),
        MembershipOutcome.Unknown => Problem.NotFound("subscription", id),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };
}
