using Alerts.Core.Articles;

namespace Alerts.Core.Matching;

internal static class ArticleFieldText
{
    /// <summary>What the offsets of mentions in a field count in.</summary>
    public static string TextOf(this Article article, ArticleField field) => field switch
    {
        ArticleField.Title => article.Title,
        ArticleField.Summary => article.Summary,
        _ => article.Text,
    };
}
