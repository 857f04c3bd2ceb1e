using Alerts.Core.Articles;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>
/// One story for the same title within three days, and for the same event in other words and languages: the same victim, or the
/// same actor and sum. Stories are found by keys, never by reading them all. Who opens a story claims its title and its victim for
/// that time, so two instances that meet the same news at once end in one story; and every article's own decision is claimed
/// before it is stored, so a repeat follows it.
/// </summary>
public sealed class StoryJoiner(IStoryStore stories) : IStoryJoiner
{
    private const int MaxCandidates = 40;
    private const string Opened = "opened the story";
    private const string SameTitle = "the same title";

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
        var told = NewsEvent.Of(reading);
        var (storyId, reason) = await FindAsync(reading.Article, told, cancellationToken);
        while (true)
        {
            var story = await stories.GetAsync(storyId, cancellationToken);
            var member = story?.Articles.FirstOrDefault(entry => entry.Id == reading.Article.Id);
            var saved = member is not null && StoryFactsKeeper.Knows(story!, reading.Article) ? story
                : member is not null ? await stories.TrySaveAsync(StoryFactsKeeper.Keep(story!, reading), cancellationToken)
                : await stories.TrySaveAsync(Add(story ?? Open(storyId, reading, told), reading, told, reason), cancellationToken);
            if (saved is null)
            {
                continue;
            }

            if (told is not null && reading.Article.StoryId is null)
            {
                await stories.AddKeysAsync(storyId, [.. StoryKeys.Of(told)], cancellationToken);
            }

            return new StoryJoin(reading.Article.Id, saved, Opened: story is null, member?.JoinedBecause ?? reason);
        }
    }

    private async Task<(string StoryId, string Reason)> FindAsync(Article article, NewsEvent? told, CancellationToken cancellationToken)
    {
        if (article.StoryId is { } known)
        {
            return (known, "joined before");
        }

        var when = article.PublishedAt ?? article.FirstSeenAt;
        var own = StoryKeys.Article(article.Id);
        var title = TitleKey.Of(article.Title);
        List<string> titles = title is null ? [] : [StoryKeys.Title(title, when, -1), StoryKeys.Title(title, when), StoryKeys.Title(title, when, 1)];
        List<string> facts = told is null ? [] : [.. StoryKeys.Of(told, -1), .. StoryKeys.Of(told), .. StoryKeys.Of(told, 1)];
        var found = await stories.FindByKeysAsync([own, .. titles, .. facts], cancellationToken);
        if (found.GetValueOrDefault(own) is [var decided, ..])
        {
            return (decided, "joined before");
        }

        var byTitle = Found(found, titles);
        var candidates = (await stories.GetAsync([.. byTitle.Concat(Found(found, facts)).Distinct().Take(MaxCandidates)], cancellationToken)).ToDictionary(story => story.Id);
        var (storyId, reason) = Choose(article, told, when, byTitle, candidates) ?? await ClaimAsync(article, told, title, when, cancellationToken);
        return (await stories.ClaimKeyAsync(own, storyId, cancellationToken), reason);
    }

    private static List<string> Found(IReadOnlyDictionary<string, IReadOnlyList<string>> found, List<string> keys) =>
        [.. keys.SelectMany(key => found.GetValueOrDefault(key) ?? []).Distinct()];

    private static (string StoryId, string Reason)? Choose(
        Article article, NewsEvent? told, DateTimeOffset when, List<string> byTitle, Dictionary<string, Story> candidates)
    {
        if (byTitle.Find(id => candidates.TryGetValue(id, out var story) && StoryAgreement.Distance(when, story) is not null) is { } same)
        {
            return (same, SameTitle);
        }

        // The larger story first, then the older id: every instance chooses alike.
        foreach (var story in candidates.Values.OrderByDescending(story => story.ArticleCount).ThenBy(story => story.Id, StringComparer.Ordinal))
        {
            if (told is not null && StoryAgreement.Of(told, article.Title, story) is { } reason)
            {
                return (story.Id, reason);
            }
        }

        return null;
    }

    /// <summary>Opens a story, unless another instance is opening it just now.</summary>
    private async Task<(string StoryId, string Reason)> ClaimAsync(Article article, NewsEvent? told, string? title, DateTimeOffset when, CancellationToken cancellationToken)
    {
        var own = DerivedId.Of("story", article.Id);
        if (title is not null && await stories.ClaimKeyAsync(StoryKeys.Title(title, when), own, cancellationToken) is var holder && holder != own)
        {
            if (await stories.GetAsync(holder, cancellationToken) is not { } there || StoryAgreement.Distance(when, there) is not null)
            {
                return (holder, SameTitle);
            }
        }

        if (told?.Victim is { } victim)
        {
            var winner = await stories.ClaimKeyAsync(StoryKeys.Of(told).First(), own, cancellationToken);
            if (winner != own && (await stories.GetAsync(winner, cancellationToken) is not { } other || StoryAgreement.Of(told, article.Title, other) is not null))
            {
                return (winner, victim + ", at the same time");
            }
        }

        return (own, Opened);
    }

    private static Story Open(string id, ArticleReading reading, NewsEvent? told) => new()
    {
        Id = id,
        Title = reading.Article.Title,
        Topics = [],
        FirstSeenAt = reading.Article.FirstSeenAt,
        LastSeenAt = reading.Article.FirstSeenAt,
        Kind = reading.Matched.First().Kind,
        MainVictim = told?.Victim,
        Phase = told?.Phase ?? StoryPhase.Background,
        IncidentId = told?.IncidentId ?? (told is { Victim: not null, Phase: StoryPhase.Theft } ? DerivedId.Of("incident", id) : null),
    };

    private static Story Add(Story story, ArticleReading reading, NewsEvent? told, string reason)
    {
        var article = reading.Article;
        var member = new StoryArticle(
            article.Id, article.Title, article.Url, article.Publisher, article.Tier, reading.Language, article.PublishedAt, article.FirstSeenAt, reason,
            told?.Amount?.Usd);
        IReadOnlyList<StoryArticle> articles = story.Articles.Count < Story.MaxListedArticles ? [.. story.Articles, member] : story.Articles;
        List<string> topics = [.. story.Topics.Union(reading.Matched.Select(match => match.TopicId)).Order(StringComparer.Ordinal)];
        var joined = story with
        {
            IncidentId = story.IncidentId ?? told?.IncidentId,
            Topics = topics,
            Articles = articles,
            ArticleCount = story.ArticleCount + 1,
            LastSeenAt = article.FirstSeenAt > story.LastSeenAt ? article.FirstSeenAt : story.LastSeenAt,
        };
        return StoryFactsKeeper.Keep(joined, reading);
    }
}
