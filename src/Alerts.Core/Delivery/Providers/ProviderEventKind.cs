namespace Alerts.Core.Delivery.Providers;

public enum ProviderEventKind
{
    /// <summary>Of no consequence here (opened, clicked, a kind added later).</summary>
    Other,

    /// <summary>Accepted by the provider: the mail is on its way and must not be sent again.</summary>
    Accepted,

    /// <summary>Taken by the receiving server.</summary>
    Delivered,

    /// <summary>The receiving server asked the provider to come back later; it does so by itself.</summary>
    Deferred,

    /// <summary>Refused for now (full mailbox, blocked sender): no reason to stop.</summary>
    Blocked,

    /// <summary>There is no such mailbox: send nothing more.</summary>
    Bounced,

    /// <summary>The provider did not even try (bounced or complained before): send nothing more.</summary>
    Dropped,

    /// <summary>The reader called it spam: send nothing more.</summary>
    Complained,

    /// <summary>The reader left by the provider's own link or the mail client's button: send nothing more.</summary>
    Unsubscribed,
}
