using System.Globalization;
using Alerts.Core.Articles;
using Alerts.Core.Matching;
using Alerts.Core.Stories.Amounts;

namespace Alerts.Core.Stories;

/// <summary>
/// One story for the same canonical URL, or for the same normalised title within three days. A title is claimed for its time
/// window by the first writer, so two instances that meet the same headline at once end in one story.
/// </summary>
public sealed class StoryJoiner(IStoryStore stories) : IStoryJoiner
{
    private const int MaxNames = 12;

    private static readonly TimeSpan Window = TimeSpan.FromDays(3);

    public async Task<IReadOnlyList<StoryJoin>> JoinAsync(IReadOnlyList<ArticleReading> readings, CancellationToken cancellationToken)
    {
        var joins = new List<StoryJoin>(readings.Count);
        foreach (var reading in readings)
        {
            joins.Add(await JoinAsync(reading, cancellationToken));
        }

        return joins;
    }

    private async Task<StoryJoin> JoinAsync(ArticleReading reading, CancellationToken cancellationToken)
    {
        var (storyId, reason) = await FindAsync(reading.Article, cancellationToken);
        while (true)
        {
            var story = await stories.GetAsync(storyId, cancellationToken);
            if (story?.Articles.Any(member => member.Id == reading.Article.Id) == true)
            {
                return new StoryJoin(reading.Article.Id, story, Opened: false, reason);
            }

            var saved = await stories.TrySaveAsync(story is null ? Open(storyId, reading, reason) : Add(story, reading, reason), cancellationToken);
            if (saved is not null)
            {
                return new StoryJoin(reading.Article.Id, saved, Opened: story is null, reason);
            }
        }
    }

    private async Task<(string StoryId, string Reason)> FindAsync(Article article, CancellationToken cancellationToken)
    {
        var own = DerivedId.Of("story", article.Id);
        if (article.StoryId is { } known)
        {
            return (known, "joined before");
        }

        if (TitleKey.Of(article.Title) is not { } title)
        {
            return (own, "opened the story");
        }

        var window = article.FirstSeenAt.UtcTicks / Window.Ticks;
        var earlier = await stories.FindByKeysAsync([KeyOf(title, window - 1)], cancellationToken);
        foreach (var id in earlier.Values.SelectMany(ids => ids))
        {
            if (await stories.GetAsync(id, cancellationToken) is { } story && article.FirstSeenAt - story.LastSeenAt <= Window)
            {
                return (id, "the same title");
            }
        }

        var winner = await stories.ClaimKeyAsync(KeyOf(title, window), own, cancellationToken);
        return (winner, winner == own ? "opened the story" : "the same title");
    }

    private static string KeyOf(string title, long window) => title + "-" + window.ToString(CultureInfo.InvariantCulture);

    private static Story Open(string id, ArticleReading reading, string reason) => Add(
        new Story
        {
            Id = id,
            Title = reading.Article.Title,
            Topics = [],
            FirstSeenAt = reading.Article.FirstSeenAt,
            LastSeenAt = reading.Article.FirstSeenAt,
            Kind = reading.Matched.First().Kind,
        },
        reading,
        reason);

    private static Story Add(Story story, ArticleReading reading, string reason)
    {
        var article = reading.Article;
        var member = new StoryArticle(
            article.Id, article.Title, article.Url, article.Publisher, article.Tier, reading.Language, article.PublishedAt, article.FirstSeenAt, reason);
        IReadOnlyList<StoryArticle> articles = story.Articles.Count < Story.MaxListedArticles ? [.. story.Articles, member] : story.Articles;
        List<string> topics = [.. story.Topics.Union(reading.Matched.Select(match => match.TopicId)).Order(StringComparer.Ordinal)];
        var severity = SeverityRules.Assess(topics, articles, story.Kind);
        return story with
        {
            Topics = topics,
            Articles = articles,
            Severity = severity.Severity,
            SeverityParts = severity.Parts,
            Facts = FactsOf(story.Facts, reading),
            ArticleCount = story.ArticleCount + 1,
            LastSeenAt = article.FirstSeenAt > story.LastSeenAt ? article.FirstSeenAt : story.LastSeenAt,
            Confirmed = articles.Select(entry => entry.Publisher).Distinct().Count() > 1 || articles.Any(entry => entry.Tier == Sources.SourceTier.Official),
        };
    }

    /// <summary>Names add up; the first sum told stands.</summary>
    private static StoryFacts FactsOf(StoryFacts known, ArticleReading reading)
    {
        var whom = Protagonists.Of(reading);
        var sum = known.AmountText is null ? StoryAmount.Of(reading) : null;
        return known with
        {
            Victims = [.. known.Victims.Union(whom.Victims).Take(MaxNames)],
            Actors = [.. known.Actors.Union(whom.Actors).Take(MaxNames)],
            AmountText = known.AmountText ?? sum?.Text,
            AmountUsd = known.AmountUsd ?? sum?.Usd,
        };
    }
}
