namespace Alerts.Infrastructure.Email.Views;

/// <param name="Heading">"Daily digest".</param>
/// <param name="Date">In the reader's time zone.</param>
/// <param name="Count">"5 stories, 2 of them critical".</param>
/// <param name="More">"and 12 more stories", or empty.</param>
public sealed record DigestView(string Heading, string Date, string Count, IReadOnlyList<AlertView> Stories, string More, string HomeUrl);
