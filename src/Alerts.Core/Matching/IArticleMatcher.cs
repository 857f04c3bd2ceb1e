using Alerts.Core.Articles;

namespace Alerts.Core.Matching;

/// <summary>Decides all topics on an article. Thread-safe; follows the newest knowledge and subscriptions.</summary>
public interface IArticleMatcher
{
    ArticleReading Read(Article article);
}
