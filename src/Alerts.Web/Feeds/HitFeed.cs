namespace Alerts.Web.Feeds;

/// <summary>A feed before it takes a format.</summary>
/// <param name="Home">The page that the feed belongs to.</param>
/// <param name="Self">The feed's own address.</param>
internal sealed record HitFeed(string Title, string Description, string Home, string Self, DateTimeOffset? UpdatedAt, IReadOnlyList<HitFeedItem> Items);

/// <param name="Id">Never changes and is no address.</param>
/// <param name="Url">The article's.</param>
/// <param name="Html">Why it matched, with quotes, and the way to the story.</param>
internal sealed record HitFeedItem(
    string Id, string Title, string Url, string StoryUrl, string Publisher, string? Language, IReadOnlyList<string> Tags, DateTimeOffset PublishedAt, string Summary, string Html);
