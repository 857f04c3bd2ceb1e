using Alerts.Core.Matching;
using Alerts.Core.Stories.Claims;

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
                IncidentId = StoryIncident.Of(story, told, choice.EarlierIncident, isFirst: story.ArticleCount == 0),
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
        if (story.Articles.FirstOrDefault(known => known.Id == article.Id) is not { } before) return Tell(story, reading, told);
        var isAlone = story.ArticleCount == 1;
        var others = isAlone ? Anew(story, reading, told) : Without(story, before);
        var isFirst = before == story.Articles[0];
        var revised = MemberOf(reading, told, before.JoinedBecause) with { IsCopy = !isFirst && IsCopy(others with { Articles = [.. story.Articles.Where(known => known != before)] }, told) };
        return Tell(
            others with
            {
                Title = isFirst ? article.Title : others.Title,
                MainVictim = isAlone || others.MainVictim == story.MainVictim ? others.MainVictim : told.Victim ?? others.MainVictim,
                Articles = [.. story.Articles.Select(known => known == before ? revised : known)],
                IncidentId = StoryIncident.Of(others, told, choice.EarlierIncident, isFirst: isAlone),
            },
            reading,
            told);
    }

    /// <summary>Its publisher changed an article, and it is about the topic no more: its claims go, it confirms nothing, and nothing is called by what it said.</summary>
    public static Story Withdraw(Story story, string articleId)
    {
        if (story.Articles.FirstOrDefault(known => known.Id == articleId) is not { } article) return StoryFactsKeeper.Assess(story with { Claims = story.Claims.Without(articleId) });
        var left = Without(story, article);
        var articles = story.Articles.Select(known => known == article ? known with { IsWithdrawn = true } : known).ToList();
        return StoryFactsKeeper.Assess(left with { Articles = articles, Title = articles.Find(known => !known.IsWithdrawn)?.Title ?? left.Title });
    }

    /// <summary>A story without what an article claims, without its text, and without victims, accused and sums that only it has named.</summary>
    internal static Story Without(Story story, StoryArticle article)
    {
        var (own, others) = (story.Claims.Only(article.Id), story.Claims.Without(article.Id));
        var victims = own.ValuesOf(ClaimField.Victim).Except(others.ValuesOf(ClaimField.Victim)).ToList();
        return story with
        {
            Claims = others,
            MainVictim = story.MainVictim is { } victim && victims.Contains(victim) ? others.ValuesOf(ClaimField.Victim).FirstOrDefault() : story.MainVictim,
            Marks = story.Marks.Without(article.Id, victims, own.ValuesOf(ClaimField.Actor).Except(others.ValuesOf(ClaimField.Actor)), own.Sums().Except(others.Sums())),
        };
    }

    /// <summary>As if the article had just opened the story, but for what was told of it and what operators have said.</summary>
    private static Story Anew(Story story, ArticleReading reading, NewsEvent told)
    {
        var opened = Open(story.Id, reading, told);
        return story with { Phase = opened.Phase, IsRetold = opened.IsRetold, Kind = opened.Kind, MainVictim = opened.MainVictim, IncidentId = null, Marks = StoryMarks.None };
    }

    private static Story Tell(Story story, ArticleReading reading, NewsEvent told) => StoryFactsKeeper.Keep(
        story with
        {
            MainVictim = story.MainVictim ?? (story.Phase == StoryPhase.Background ? null : told.Victim),
            IsRetold = story.IsRetold && told.IsRetold,
            Topics = [.. story.Topics.Union(TopicsOf(reading)).Order(StringComparer.Ordinal)],
            Marks = story.Marks.With(reading.Article.Id, told),
        },
        reading,
        told.Kind);

    private static IEnumerable<string> TopicsOf(ArticleReading reading) => reading.Matched.Select(match => match.TopicId);

    private static StoryArticle MemberOf(ArticleReading reading, NewsEvent told, string joinedBecause)
    {
        var article = reading.Article;
        return new(article.Id, article.Title, article.Url, article.Publisher, article.Tier, reading.Language, article.PublishedAt, article.FirstSeenAt, joinedBecause, told.Amount?.Usd)
        {
            Revision = article.Revision,
            Topics = [.. TopicsOf(reading)],
            Kind = told.Kind,
            Steps = [told.Phase, .. told.AlsoTold],
            IsRetold = told.IsRetold,
        };
    }

    /// <summary>One text, or one headline where there is too little text to tell.</summary>
    private static bool IsCopy(Story story, NewsEvent told)
    {
        if (told.Sketch is not null && story.Marks.Sketches.Count > 0) return story.Marks.Likeness(told.Sketch) >= TextSketch.Alike;
        return told.TitleKey is { } title && story.Articles.Any(known => TitleKey.Of(known.Title) == title);
    }
}
