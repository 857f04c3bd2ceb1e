namespace Alerts.Infrastructure.Email.Views;

/// <param name="Url">Null where the article's address cannot be a link.</param>
/// <param name="Note">"official · ko · 24 Nov 09:12".</param>
public sealed record SourceView(string Publisher, string Title, string? Url, string Note);
