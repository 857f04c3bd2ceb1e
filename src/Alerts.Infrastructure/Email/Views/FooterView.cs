namespace Alerts.Infrastructure.Email.Views;

/// <param name="Reason">Why the reader gets this mail.</param>
/// <param name="PreferencesUrl">Null in a mail to somebody who has not confirmed yet, or who owns an endpoint rather than a mail subscription.</param>
public sealed record FooterView(string Reason, string? PreferencesUrl, string? UnsubscribeUrl, string HomeUrl, string Host);
