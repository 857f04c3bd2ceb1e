namespace Alerts.Infrastructure.Fetching.Pages;

/// <summary>What there is on a page, before anybody judges whether it is an article.</summary>
/// <param name="Text">Its main text.</param>
/// <param name="Shown">The same with the crumbs around it: "Subscribe to continue" is one.</param>
public sealed record PageReading(PageFacts Facts, string Text, string Shown);
