namespace Alerts.Infrastructure.Email.SendGrid;

public enum SignatureVerdict
{
    Genuine,

    /// <summary>Signed rightly, but too long ago or ahead of our clock: a repeat of what was overheard.</summary>
    Stale,

    /// <summary>Not signed by the key, or not at all.</summary>
    Forged,
}
