using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>A story with one article more, or with what became of one.</summary>
internal static class StoryGrowth
{
    public static Story Open(string id, ArticleReading reading, NewsEvent told) => new()
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
    };

    public static Story Add(Story story, ArticleReading reading, NewsEvent told, StoryChoice choice)
    {
        var article = reading.Article;
        var member = MemberOf(reading, told, choice.Reason) with { IsCopy = IsCopy(story, told) };
        return Tell(
            story with
            {
                Articles = story.Articles.Count < Story.MaxListedArticles ? [.. story.Articles, member] : story.Articles,
                ArticleCount = story.ArticleCount + 1,
                LastSeenAt = article.FirstSeenAt > story.LastSeenAt ? article.FirstSeenAt : story.LastSeenAt,
                IncidentId = StoryIncident.Of(story, told, choice.EarlierIncident),
            },
            reading,
            told);
    }

    /// <summary>
    /// A publisher's correction, or the page's text after its summary, takes the place of what was read of the article before. Of a story's only article all of it
    /// does: whose loss it is, and which step.
    /// </summary>
    public static Story Revise(Story story, ArticleReading reading, NewsEvent told, StoryChoice choice)
    {
        var article = reading.Article;
        var others = story with { Articles = [.. story.Articles.Where(known => known.Id != article.Id)] };
        var isAlone = story.ArticleCount == 1;
        var kept = isAlone
            ? story with { Title = article.Title, Phase = told.Phase, IsRetold = told.IsRetold, Kind = told.Kind, MainVictim = told.Victim, IncidentId = null, Marks = StoryMarks.None, ArticleCount = 0 }
            : story;
        return Tell(
            kept with
            {
                Articles = [.. story.Articles.Select(known => known.Id == article.Id ? MemberOf(reading, told, known.JoinedBecause) with { IsCopy = !isAlone && known != story.Articles[0] && IsCopy(others, told) } : known)],
                ArticleCount = story.ArticleCount,
                IncidentId = StoryIncident.Of(kept, told, choice.EarlierIncident),
            },
            reading,
            told);
    }

    /// <summary>Its publisher changed an article, and it is about the topic no more: its claims go, and it confirms nothing.</summary>
    public static Story Withdraw(Story story, string articleId) => StoryFactsKeeper.Forget(
        story with { Articles = [.. story.Articles.Select(known => known.Id == articleId ? known with { IsWithdrawn = true } : known)] }, articleId);

    private static Story Tell(Story story, ArticleReading reading, NewsEvent told) => StoryFactsKeeper.Keep(
        story with
        {
            MainVictim = story.MainVictim ?? (story.Phase == StoryPhase.Background ? null : told.Victim),
            IsRetold = story.IsRetold && told.IsRetold,
            Topics = [.. story.Topics.Union(reading.Matched.Select(match => match.TopicId)).Order(StringComparer.Ordinal)],
            Marks = story.Marks.With(told),
        },
        reading,
        told.Kind);

    private static StoryArticle MemberOf(ArticleReading reading, NewsEvent told, string joinedBecause)
    {
        var article = reading.Article;
        return new(article.Id, article.Title, article.Url, article.Publisher, article.Tier, reading.Language, article.PublishedAt, article.FirstSeenAt, joinedBecause, told.Amount?.Usd);
    }

    /// <summary>One text, or one headline where there is too little text to tell.</summary>
    private static bool IsCopy(Story story, NewsEvent told)
    {
        if (told.Sketch is not null && story.Marks.Sketches.Count > 0) return story.Marks.Likeness(told.Sketch) >= TextSketch.Alike;
        return told.TitleKey is { } title && story.Articles.Any(known => TitleKey.Of(known.Title) == title);
    }
}
