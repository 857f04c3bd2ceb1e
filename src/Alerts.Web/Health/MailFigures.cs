namespace Alerts.Web.Health;

/// <param name="Today">Mails handed over or tried since midnight, UTC.</param>
/// <param name="Budget">What <c>Alerts:Delivery:MailsPerDay</c> allows; what is beyond waits for the next day.</param>
public sealed record MailFigures(int Today, int Budget);
