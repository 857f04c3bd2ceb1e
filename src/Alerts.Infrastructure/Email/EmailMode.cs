namespace Alerts.Infrastructure.Email;

public enum EmailMode
{
    /// <summary>Mails are written to a folder, one <c>.eml</c> each, and go nowhere.</summary>
    Outbox,

    /// <summary>Alerts are stored, called out and fed, but nobody is mailed.</summary>
    None,
    Smtp,
    SendGrid,
}
