namespace Alerts.Core.Stories;

/// <summary>Where an article went.</summary>
/// <param name="Opened">The article opened the story.</param>
/// <param name="Reason">What agreed, in words: "same title as an article of Yonhap", "Bybit, $1.5 billion, 2025-02-21".</param>
public sealed record StoryJoin(string ArticleId, Story Story, bool Opened, string Reason);
