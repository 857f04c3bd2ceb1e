namespace Alerts.Core.Articles;

/// <summary>What is left of an article that was purged.</summary>
public static class Tombstone
{
    public static Article Of(Article article, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new Article
        {
            Id = article.Id,
            Url = article.Url,
            Title = "",
            FirstSeenAt = article.FirstSeenAt,
            SourceId = article.SourceId,
            Publisher = article.Publisher,
            Tier = article.Tier,
            Revision = article.Revision,
            // Nobody asks for it to be read.
            ReadAt = article.ReadAt ?? at,
            PurgedAt = at,
        };
    }
}
