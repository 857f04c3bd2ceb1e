namespace Alerts.Core.Subscriptions;

/// <summary>What came of a subscriber's wish.</summary>
public abstract record MembershipOutcome
{
    private MembershipOutcome()
    {
    }

    /// <summary>Stored.</summary>
    public sealed record Changed(Subscription Subscription) : MembershipOutcome;

    /// <summary>It was so already: answer as if it had been done.</summary>
    public sealed record Unchanged(Subscription Subscription) : MembershipOutcome;

    /// <summary>The subscription's state does not admit it: it has left, is suppressed, or was signed up anew.</summary>
    public sealed record NotAllowed(Subscription Subscription) : MembershipOutcome;

    public sealed record Invalid(IReadOnlyList<PreferenceError> Errors) : MembershipOutcome;

    /// <summary>There is none: erased, or never there.</summary>
    public sealed record Unknown : MembershipOutcome;
}
