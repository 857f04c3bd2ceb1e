namespace Alerts.Core.Sources.Feeds;

/// <summary>One feed of an OPML list.</summary>
public sealed record OpmlFeed(string Title, Uri Url, string? Folder = null, string? Language = null);
