namespace Alerts.Core.Delivery.Suppressing;

/// <summary>Why an address is not mailed.</summary>
public enum SuppressionKind
{
    /// <summary>There is no such mailbox.</summary>
    Bounced,

    /// <summary>The provider did not even try.</summary>
    Dropped,

    /// <summary>Its reader called a mail spam.</summary>
    Complained,

    /// <summary>Its reader left by way of the provider.</summary>
    Unsubscribed,

    /// <summary>An operator put it on the list.</summary>
    Operator,
}
