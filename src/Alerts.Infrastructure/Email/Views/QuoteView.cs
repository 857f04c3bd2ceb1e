namespace Alerts.Infrastructure.Email.Views;

/// <param name="Alias">As the article writes it; emphasised.</param>
/// <param name="Name">What it stands for, where the article writes it otherwise.</param>
/// <param name="Where">"title", "summary" or "paragraph 3".</param>
public sealed record QuoteView(string Before, string Alias, string After, string? Name, string Where);
