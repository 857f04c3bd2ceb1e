namespace Alerts.Web.Api;

/// <param name="ArticleId">An article of the story.</param>
/// <param name="Into">The id of the story that it belongs to; absent for one of its own.</param>
public sealed record SplitRequest(string? ArticleId, string? Into = null);
