namespace Alerts.Web.Api;

/// <summary>What was taken, in the order in which it was sent.</summary>
public sealed record ArticlesAccepted(IReadOnlyList<ArticleReference> Articles);
