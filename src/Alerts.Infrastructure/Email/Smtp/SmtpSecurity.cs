namespace Alerts.Infrastructure.Email.Smtp;

public enum SmtpSecurity
{
    /// <summary>Clear text, then TLS before anything is said; a server without it is refused.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Clear text: for a server on the same machine.</summary>
    None,
}
