using Alerts.Core.Articles;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>
/// One story for copies of one text, and for the same event in other words and languages (<see cref="StoryAgreement"/>). Stories are found by keys
/// (<see cref="StoryKeys"/>), never by reading them all. Who opens a story claims its title and its victim for that time, so two instances that meet the
/// same news at once end in one story; and every article's own decision is claimed before it is stored, so a repeat follows it.
/// </summary>
public sealed class StoryJoiner(IStoryStore stories) : IStoryJoiner
{
    private const int MaxCandidates = 40;
    private const int MaxForwards = 8;
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
        var article = reading.Article;
        var told = NewsEvent.Of(reading);
        var choice = article.StoryId is { } joined ? new StoryChoice(joined, "joined before") : await ChooseAsync(article, told, cancellationToken);
        var (storyId, story) = (choice.StoryId, choice.Story);
        for (var forwards = 0; ;)
        {
            story ??= await stories.GetAsync(storyId, cancellationToken);
            if (await ForwardAsync(story, article.Id, cancellationToken) is { } elsewhere && forwards++ < MaxForwards)
            {
                (storyId, story) = (elsewhere, null);
                continue;
            }

            var member = story?.Articles.FirstOrDefault(entry => entry.Id == article.Id);
            var isCounted = member is not null || (story is not null && article.StoryId == storyId && story.ArticleCount > story.Articles.Count);
            var saved = member is not null && !StoryFactsKeeper.Knows(story!, article) ? await stories.TrySaveAsync(StoryFactsKeeper.Keep(story!, reading), cancellationToken)
                : isCounted ? story
                : await stories.TrySaveAsync(StoryGrowth.Add(story ?? StoryGrowth.Open(storyId, reading, told, choice.IncidentId), reading, told, choice), cancellationToken);
            if (saved is null)
            {
                story = null;
                continue;
            }

            if (article.StoryId is null)
            {
                await AddKeysAsync(storyId, told, choice, cancellationToken);
            }

            return new StoryJoin(article.Id, saved, Opened: story is null, member?.JoinedBecause ?? choice.Reason);
        }
    }

    /// <summary>Where an operator has said that this story's articles, or this article, belong; null to stay.</summary>
    private async Task<string?> ForwardAsync(Story? story, string articleId, CancellationToken cancellationToken) => story switch
    {
        { MergedInto: { } other } => other,
        not null when story.TakenOut.Contains(articleId) => await stories.ClaimKeyAsync(StoryKeys.Article(articleId), story.Id, cancellationToken) is var holder && holder != story.Id ? holder : null,
        _ => null,
    };

    /// <summary>A key that the story was found by on the same day is there already; an index write saved is a request saved.</summary>
    private async Task AddKeysAsync(string storyId, NewsEvent told, StoryChoice choice, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(told.When.UtcDateTime);
        var keys = StoryKeys.Of(told).Concat(choice.IsNewText ? StoryKeys.OfText(told.Sketch) : []).Where(key => choice.Found.GetValueOrDefault(key)?.Contains(new KeyedStory(storyId, day)) != true).ToList();
        if (keys.Count > 0) await stories.AddKeysAsync(storyId, keys, told.When, cancellationToken);
    }

    private async Task<StoryChoice> ChooseAsync(Article article, NewsEvent told, CancellationToken cancellationToken)
    {
        var keys = StoryKeys.Of(told).Select(key => StoryKeys.Around(key, told)).ToList();
        var found = await stories.FindByKeysAsync(keys, cancellationToken);
        var candidates = await GetAsync(found, cancellationToken);
        var isNewText = false;
        var choice = Best(told, candidates);
        // The victim finds its story's copies as well; a text that names none is looked for by its pieces.
        if (choice is null && told is { Victim: null, Sketch: not null })
        {
            var pieces = await stories.FindByKeysAsync([.. StoryKeys.OfText(told.Sketch).Select(key => StoryKeys.Around(key, told))], cancellationToken);
            var copies = await GetAsync(pieces, cancellationToken);
            choice = Copy(told, copies);
            isNewText = choice is null || choice.Likeness < 0.8;
            found = found.Concat(pieces).DistinctBy(pair => pair.Key).ToDictionary();
        }

        choice ??= await ClaimAsync(article, told, candidates, cancellationToken);
        var holder = await stories.ClaimKeyAsync(StoryKeys.Article(article.Id), choice.StoryId, cancellationToken);
        return (holder == choice.StoryId ? choice : choice with { StoryId = holder, Story = null }) with { Found = found, IsNewText = isNewText };
    }

    private async Task<List<Story>> GetAsync(IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>> found, CancellationToken cancellationToken)
    {
        var ids = found.Values.SelectMany(entries => entries).OrderByDescending(entry => entry.Day).Select(entry => entry.StoryId).Distinct().Take(MaxCandidates).ToList();
        return ids.Count == 0 ? [] : [.. await stories.GetAsync(ids, cancellationToken)];
    }

    /// <summary>The highest score, then the larger story, then the lesser id: every instance chooses alike.</summary>
    private static StoryChoice? Best(NewsEvent told, List<Story> candidates)
    {
        StoryChoice? best = null;
        var bestScore = 0;
        foreach (var story in candidates.OrderByDescending(story => story.ArticleCount).ThenBy(story => story.Id, StringComparer.Ordinal))
        {
            if (told.TitleKey is { } title && StoryAgreement.IsSameTime(told, story) && story.Articles.Any(article => TitleKey.Of(article.Title) == title)) return new StoryChoice(story.Id, SameTitle) { Story = story };
            if (StoryAgreement.Of(told, story) is not { } agreement || agreement.Score < StoryAgreement.Enough || agreement.Score <= bestScore) continue;
            (best, bestScore) = (new StoryChoice(story.Id, agreement.ToString()) { Story = story }, agreement.Score);
        }

        return best ?? Copy(told, candidates);
    }

    private static StoryChoice? Copy(NewsEvent told, List<Story> candidates)
    {
        var copied = candidates.Select(story => (story, likeness: StoryAgreement.Copied(told, story))).Where(candidate => candidate.likeness >= TextSketch.Alike).OrderByDescending(candidate => candidate.likeness).ThenBy(candidate => candidate.story.Id, StringComparer.Ordinal).FirstOrDefault();
        return copied.story is null ? null : new StoryChoice(copied.story.Id, $"{copied.likeness * 100:0} % of the same text") { Story = copied.story, Likeness = copied.likeness };
    }

    /// <summary>Opens a story, unless another instance is opening it just now.</summary>
    private async Task<StoryChoice> ClaimAsync(Article article, NewsEvent told, List<Story> candidates, CancellationToken cancellationToken)
    {
        var own = DerivedId.Of("story", article.Id);
        if (told.TitleKey is { } title && await HolderAsync(StoryKeys.TitleOpening(title, told), own, cancellationToken) is { } holder
            && (holder.Story is null || StoryAgreement.IsSameTime(told, holder.Story)))
        {
            return new StoryChoice(holder.Id, SameTitle) { Story = holder.Story };
        }

        if (StoryKeys.Opening(told) is { } opening && await HolderAsync(opening, own, cancellationToken) is { } winner
            && (winner.Story is null || StoryAgreement.Of(told, winner.Story)?.Score >= StoryAgreement.Enough))
        {
            return new StoryChoice(winner.Id, told.Victim + ", at the same time") { Story = winner.Story };
        }

        return new StoryChoice(own, Opened) { IncidentId = IncidentOf(told, own, candidates) };
    }

    private async Task<(string Id, Story? Story)?> HolderAsync(string key, string own, CancellationToken cancellationToken)
    {
        var holder = await stories.ClaimKeyAsync(key, own, cancellationToken);
        return holder == own ? null : (holder, await stories.GetAsync(holder, cancellationToken));
    }

    /// <summary>A known theft's, else that of the victim's latest story to which this is a later step, else a new one where a single victim is named.</summary>
    private static string? IncidentOf(NewsEvent told, string storyId, List<Story> candidates)
    {
        if (told.KnownIncident is { } known && (told.Phase != StoryPhase.Background || told.IsRetold)) return known;
        if (told.Victim is null || told.Phase is StoryPhase.Background or StoryPhase.Report or StoryPhase.Advisory) return null;
        var earlier = candidates.Where(story => story.MainVictim == told.Victim && story.IncidentId is not null && (told.Phase != StoryPhase.Theft || story.Phase != StoryPhase.Theft))
            .MinBy(story => ((story.Marks.To ?? story.LastSeenAt) - told.When).Duration());
        return earlier?.IncidentId ?? DerivedId.Of("incident", storyId);
    }
}
