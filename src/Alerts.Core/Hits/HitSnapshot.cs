using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits;

/// <summary>Makes the hit of a match: what was decided, on what, as it stands now.</summary>
internal static class HitSnapshot
{
    public static Hit Of(ArticleReading reading, Match match, Story story, DateTimeOffset now)
    {
        var article = reading.Article;
        return new Hit
        {
            Id = new HitId(match.TopicId, article.FirstSeenAt, article.Id),
            StoryId = story.Id,
            MatchedAt = now,
            TopicVersion = match.TopicVersion,
            TopicName = match.Owner?.TopicName,
            Score = match.Score,
            Severity = story.Severity,
            Kind = match.Kind,
            Title = article.Title,
            Url = article.Url,
            Publisher = article.Publisher,
            Tier = article.Tier,
            Language = reading.Language,
            PublishedAt = article.PublishedAt,
            Lede = Lede.Of(article),
            Revision = article.Revision,
            ContentHash = ContentHashOf(article),
            Concepts = NamedConcepts.Of(reading),
            Explanation = match.Explanation,
        };
    }

    public static string ContentHashOf(Article article) => Evidence.HashOf(article.Title, article.Text);
}
