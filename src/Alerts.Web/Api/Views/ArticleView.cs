using Alerts.Core.Articles;

namespace Alerts.Web.Api.Views;

/// <param name="TextOrigin">none (not read yet), entry, page, summary or caller.</param>
public sealed record ArticleView(
    string Id, string Url, string Title, string Summary, string Text, TextOrigin TextOrigin, string? TextReason, string? Language, DateTimeOffset? PublishedAt,
    DateTimeOffset FirstSeenAt, DateTimeOffset? ReadAt, string Publisher, int Revision, IReadOnlyList<string> Topics, string? StoryId, string? ContentHash)
{
    public static ArticleView Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new(
            article.Id, article.Url, article.Title, article.Summary, article.Text, article.TextOrigin, article.TextReason, article.Language, article.PublishedAt,
            article.FirstSeenAt, article.ReadAt, article.Publisher, article.Revision, article.Topics, article.StoryId, article.ContentHash);
    }
}
