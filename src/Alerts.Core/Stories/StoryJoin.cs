namespace Alerts.Core.Stories;

/// <summary>Where an article went.</summary>
/// <param name="Opened">The article opened the story.</param>
/// <param name="Reason">What agreed, in words: "the same title", "Bybit +40, $1.5 billion +20, within 3 hours +12 (72 points, 50 suffice)".</param>
public sealed record StoryJoin(string ArticleId, Story Story, bool Opened, string Reason);
