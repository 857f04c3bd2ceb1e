namespace Alerts.Core.Sources.Feeds;

/// <summary>The body lists no entries in any known way. The caller keeps what it knew and counts a failed poll: this is not a quiet day.</summary>
public sealed record NotAFeed(NotAFeedReason Reason, string Detail, IReadOnlyList<string> FeedLinks) : FeedOutcome
{
    internal static NotAFeed Because(NotAFeedReason reason, string detail) => new(reason, detail, []);
}
