namespace Alerts.Core.Sources.Feeds;

/// <summary>A file that comes with an entry.</summary>
public sealed record FeedEnclosure(string Url, string? MediaType, long? Length);
