using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>A story with one article more.</summary>
internal static class StoryGrowth
{
    public static Story Open(string id, ArticleReading reading, NewsEvent told, string? incidentId) => new()
    {
        Id = id,
        Title = reading.Article.Title,
        Topics = [],
        FirstSeenAt = reading.Article.FirstSeenAt,
        LastSeenAt = reading.Article.FirstSeenAt,
        Kind = told.Kind,
        Phase = told.Phase,
        IsRetold = told.IsRetold,
        MainVictim = told.Victim,
        IncidentId = incidentId,
    };

    public static Story Add(Story story, ArticleReading reading, NewsEvent told, StoryChoice choice)
    {
        var article = reading.Article;
        var member = new StoryArticle(
            article.Id, article.Title, article.Url, article.Publisher, article.Tier, reading.Language, article.PublishedAt, article.FirstSeenAt, choice.Reason, told.Amount?.Usd);
        return StoryFactsKeeper.Keep(
            story with
            {
                IncidentId = IncidentOf(story, told),
                MainVictim = story.MainVictim ?? (story.Phase == StoryPhase.Background ? null : told.Victim),
                IsRetold = story.IsRetold && told.IsRetold,
                Topics = [.. story.Topics.Union(reading.Matched.Select(match => match.TopicId)).Order(StringComparer.Ordinal)],
                Articles = story.Articles.Count < Story.MaxListedArticles ? [.. story.Articles, member] : story.Articles,
                ArticleCount = story.ArticleCount + 1,
                Marks = story.Marks.With(told),
                LastSeenAt = article.FirstSeenAt > story.LastSeenAt ? article.FirstSeenAt : story.LastSeenAt,
            },
            reading);
    }

    /// <summary>A story that nobody gave a victim yet has its incident from the first article that names one.</summary>
    private static string? IncidentOf(Story story, NewsEvent told)
    {
        if (story.Phase == StoryPhase.Background) return story.IncidentId;
        if (story.IncidentId is not null) return told.KnownIncident is not null && KnownTheft.Of(story) is null && told.Victim == story.MainVictim ? told.KnownIncident : story.IncidentId;
        return told.KnownIncident ?? (told.Victim is null || story.Phase is StoryPhase.Report or StoryPhase.Advisory ? null : DerivedId.Of("incident", story.Id));
    }
}
