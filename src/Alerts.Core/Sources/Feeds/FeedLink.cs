namespace Alerts.Core.Sources.Feeds;

/// <summary>Where a site says, or custom suggests, that a feed is.</summary>
public sealed record FeedLink(string Url, string? Title, bool Announced);
