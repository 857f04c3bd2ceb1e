namespace Alerts.Core.Delivery;

/// <summary>A mail that tells that something happened, kept with its delivery: a mail tried again tomorrow says what it would have said today. Plain text throughout.</summary>
/// <param name="Heading">The subject, too.</param>
/// <param name="Facts">What it is about, as label and value.</param>
/// <param name="Path">The page to look at, on this installation ("/sources"); null for none.</param>
public sealed record MailNotice(string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<MailFact> Facts, string? Path = null, string? SmallPrint = null)
{
    /// <summary>Facts in one mail; more are counted.</summary>
    public const int MaxFacts = 100;
}

public sealed record MailFact(string Label, string Value);
