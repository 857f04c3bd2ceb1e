namespace Alerts.Core.Articles;

/// <summary>What reading an article's page led to.</summary>
public abstract record PageOutcome
{
    private PageOutcome()
    {
    }

    /// <param name="Text">Main text, plain, paragraphs divided by line feeds.</param>
    /// <param name="CanonicalUrl">As the page states it, if it does.</param>
    public sealed record Page(string Title, string Text, string? Language, DateTimeOffset? PublishedAt, string? CanonicalUrl) : PageOutcome;

    /// <summary>The page is there but is no article to read: paywall, consent wall, bot check, robots.txt, not HTML. Do not ask again.</summary>
    public sealed record NoText(string Reason) : PageOutcome;

    /// <summary>The page could not be had now.</summary>
    public sealed record Unreachable(string Reason, bool WorthRetrying) : PageOutcome;
}
