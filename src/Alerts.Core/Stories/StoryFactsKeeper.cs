using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>Brings what a story knows up to date with its articles: claims, facts, severity, confirmation.</summary>
public static class StoryFactsKeeper
{
    /// <summary>The most like news first: one outlet's look back makes no look back of a theft that others report.</summary>
    private static readonly NewsKind[] s_kinds =
        [NewsKind.NewEvent, NewsKind.FollowUp, NewsKind.CourtStep, NewsKind.Policy, NewsKind.RoundUp, NewsKind.Retrospective, NewsKind.Opinion, NewsKind.Drill, NewsKind.Product];

    /// <param name="story">With the article among its <see cref="Story.Articles"/>, or counted beyond them.</param>
    /// <param name="kind">What kind of news the article is, all in all: not that of any one topic.</param>
    public static Story Keep(Story story, ArticleReading reading, NewsKind kind)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(reading);
        return Assess(story with { Kind = Newsiest([story.Kind, kind]), Claims = story.Claims.With(ClaimSource.Of(reading.Article), ClaimReader.Read(reading)) });
    }

    /// <summary>A publisher's correction is read again; what the story knows of the article already is not.</summary>
    public static bool Knows(Story story, Article article)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(article);
        return article.Revision == 1 || story.Articles.Any(known => known.Id == article.Id && known.Revision >= article.Revision) || story.Claims.Has(article.Id, article.Revision);
    }

    /// <summary>Everything that follows from claims and articles.</summary>
    public static Story Assess(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        story = OfItsArticles(story);
        var known = story with { Facts = LedgerFacts.Of(story.Claims), Confirmed = SeverityRules.IsConfirmed(story) };
        var (severity, parts) = SeverityRules.Assess(known);
        return known with { Severity = severity, SeverityParts = parts };
    }

    /// <summary>
    /// Kind and topics are those of its articles, without what was corrected or taken back; of articles beyond those that are listed, and of none, it keeps what was known.
    /// </summary>
    private static Story OfItsArticles(Story story)
    {
        var told = story.Reporting.ToList();
        if (told.Count == 0 || story.ArticleCount > story.Articles.Count || told.Exists(article => article.Kind is null)) return story;
        return story with
        {
            Kind = Newsiest(told.Select(article => article.Kind!.Value)),
            IsRetold = told.TrueForAll(article => article.IsRetold),
            Topics = [.. told.SelectMany(article => article.Topics).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private static NewsKind Newsiest(IEnumerable<NewsKind> kinds) => kinds.MinBy(kind => Array.IndexOf(s_kinds, kind));
}
