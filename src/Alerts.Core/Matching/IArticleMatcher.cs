using Alerts.Core.Articles;

namespace Alerts.Core.Matching;

/// <summary>Decides on an article all topics that it was last given; it asks no store for newer ones. Thread-safe.</summary>
public interface IArticleMatcher
{
    ArticleReading Read(Article article);
}
