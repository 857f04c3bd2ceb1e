using Alerts.Core.Articles;
using Alerts.Core.Sources;

namespace Alerts.Core.Stories.Claims;

/// <summary>The article that makes a claim.</summary>
/// <param name="Publisher">The family: what it says under four feed names it says once.</param>
/// <param name="At">Published, or first seen where undated.</param>
public sealed record ClaimSource(string ArticleId, int Revision, string Title, string Url, string Publisher, SourceTier Tier, string? Language, DateTimeOffset At)
{
    public static ClaimSource Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new(article.Id, article.Revision, article.Title, article.Url, article.Publisher, article.Tier, article.Language, article.PublishedAt ?? article.FirstSeenAt);
    }
}
