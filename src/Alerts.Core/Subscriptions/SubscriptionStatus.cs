namespace Alerts.Core.Subscriptions;

public enum SubscriptionStatus
{
    /// <summary>Waits for its owner to confirm; nothing but the confirmation is sent.</summary>
    Pending,
    Active,

    /// <summary>Its owner left; nothing is sent.</summary>
    Unsubscribed,

    /// <summary>The provider reported a bounce or complaint; nothing is sent.</summary>
    Suppressed,

    /// <summary>A webhook that answered 410 or failed for days; nothing is sent.</summary>
    Disabled,
}
