using Alerts.Core.Sources.Feeds;

namespace Alerts.Core.Sources;

/// <summary>A feed that was found at a site, and read.</summary>
/// <param name="Announced">The site points to it itself; else it stands at a customary place.</param>
/// <param name="Newest">The latest date of its entries.</param>
public sealed record FoundFeed(string Url, string Title, FeedFormat Format, int Entries, DateTimeOffset? Newest, bool Announced);
