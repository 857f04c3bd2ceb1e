using Alerts.Core.Articles;
using Alerts.Core.Matching;

namespace Alerts.Core.Stories;

/// <summary>
/// One story for copies of one text, and for the same event in other words and languages (<see cref="StoryAgreement"/>, and where that finds none <see cref="StoryOpinion"/>). Stories are found by keys
/// (<see cref="StoryKeys"/>), never by reading them all. Who opens a story claims its title and its victim for that time, so two instances that meet the
/// same news at once end in one story; and every article's own decision is claimed before it is stored, so a repeat follows it.
/// </summary>
public sealed class StoryJoiner : IStoryJoiner
{
    private const int MaxCandidates = 40;
    private const string Opened = "opened the story";
    private const string SameTitle = "the same title";
    private const string Decided = "decided before";

    private readonly IStoryStore stories;
    private readonly StoryOpinion opinion;

    public StoryJoiner(IStoryStore stories)
        : this(stories, StoryOpinion.BuiltIn)
    {
    }

    internal StoryJoiner(IStoryStore stories, StoryOpinion opinion) => (this.stories, this.opinion) = (stories, opinion);

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
        var choice = article.StoryId is { } joined ? new StoryChoice(joined, Decided) : await ChooseAsync(article, told, cancellationToken);
        while (true)
        {
            var (storyId, story) = await FollowAsync(choice, article.Id, cancellationToken);
            var member = story?.Articles.FirstOrDefault(entry => entry.Id == article.Id);
            // Beyond those that are listed, it is there where its own row or its claims say so.
            var isCounted = member is not null || (story is not null && story.ArticleCount > story.Articles.Count && (article.StoryId == storyId || story.Claims.Has(article.Id, 1)));
            var isKnown = isCounted && StoryFactsKeeper.Knows(story!, article);
            if (member is not null && !isKnown && choice.EarlierIncident is null && told is { Victim: not null, KnownIncident: null } && (story!.ArticleCount == 1 || story.IncidentId is null)) choice = choice with { EarlierIncident = StoryIncident.Earlier(told, storyId, await CandidatesAsync(told, cancellationToken)) };
            var saved = isKnown ? story : await stories.TrySaveAsync(
                isCounted ? Moved(story!, StoryGrowth.Revise(story!, reading, told, choice)) : Moved(story, StoryGrowth.Add(story ?? StoryGrowth.Open(storyId, reading, told), reading, told, choice)), cancellationToken);
            if (saved is null)
            {
                choice = choice with { Story = null };
                continue;
            }

            // Where a revision is known, whoever saved it may have died before its keys.
            if (article.StoryId is null || article.Revision > 1)
            {
                await AddKeysAsync(storyId, told, choice, cancellationToken);
            }

            return new StoryJoin(article.Id, saved, Opened: story is null, member?.JoinedBecause ?? choice.Reason);
        }
    }

    public async Task<Story?> WithdrawAsync(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        // Whoever put the article into its story may have died before the article's own row said so.
        if ((article.StoryId ?? await stories.FindClaimAsync(StoryKeys.Article(article.Id), cancellationToken)) is not { } storyId) return null;
        while (true)
        {
            var (_, story) = await FollowAsync(new StoryChoice(storyId, Decided), article.Id, cancellationToken);
            if (story is null || story.Articles.Any(known => known.Id == article.Id && known.IsWithdrawn)) return story;
            if (await stories.TrySaveAsync(StoryGrowth.Withdraw(story, article.Id), cancellationToken) is { } withdrawn) return withdrawn;
        }
    }

    /// <summary>What it was of before stays known, so that its incident can be closed, or left.</summary>
    private static Story Moved(Story? before, Story now)
    {
        if (before?.IncidentId is not { } former || former == now.IncidentId) return now;
        return KnownTheftFinder.Of(now) is not null && now.MainVictim == before.MainVictim ? now with { FormerIncidentId = former } : now with { FormerIncidentId = null, LeftIncidentId = former };
    }

    /// <summary>Along what operators have said, to the end: a story that was merged into another takes no more articles. Two that forward to each other end at the lesser id, wherever one begins.</summary>
    private async Task<(string Id, Story? Story)> FollowAsync(StoryChoice choice, string articleId, CancellationToken cancellationToken)
    {
        var (id, story) = (choice.StoryId, choice.Story);
        var passed = new List<string>();
        while (true)
        {
            story ??= await stories.GetAsync(id, cancellationToken);
            if (await ForwardAsync(story, articleId, cancellationToken) is not { } elsewhere) return (id, story);
            passed.Add(id);
            if (passed.IndexOf(elsewhere) is >= 0 and var circle)
            {
                id = passed.Skip(circle).Min(StringComparer.Ordinal)!;
                return (id, await stories.GetAsync(id, cancellationToken));
            }

            (id, story) = (elsewhere, null);
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
        var found = await FindAsync(StoryKeys.Of(told), told, cancellationToken);
        var candidates = await GetAsync(found, told, cancellationToken);
        var isNewText = false;
        var choice = Best(told, candidates);
        // The victim finds its story's copies as well; a text that names none is looked for by its pieces.
        if (choice is null && told is { Victim: null, Sketch: not null })
        {
            var pieces = await FindAsync(StoryKeys.OfText(told.Sketch), told, cancellationToken);
            var copies = await GetAsync(pieces, told, cancellationToken);
            choice = Copy(told, copies);
            isNewText = choice is null || choice.Likeness < StoryMarks.SameText;
            found = found.Concat(pieces).DistinctBy(pair => pair.Key).ToDictionary();
        }

        choice ??= await ClaimAsync(article, told, Likeliest(told, candidates), cancellationToken);
        var holder = await stories.ClaimKeyAsync(StoryKeys.Article(article.Id), choice.StoryId, cancellationToken);
        return (holder == choice.StoryId ? choice : new StoryChoice(holder, Decided)) with { Found = found, IsNewText = isNewText, EarlierIncident = StoryIncident.Earlier(told, holder, candidates) };
    }

    private async Task<List<Story>> CandidatesAsync(NewsEvent told, CancellationToken cancellationToken) =>
        await GetAsync(await FindAsync(StoryKeys.Of(told), told, cancellationToken), told, cancellationToken);

    private Task<IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>>> FindAsync(IEnumerable<string> keys, NewsEvent told, CancellationToken cancellationToken) =>
        stories.FindByKeysAsync([.. keys.Select(key => StoryKeys.Around(key, told))], cancellationToken);

    /// <summary>Those told nearest in time to the article: one that comes late finds the news of its own days.</summary>
    private async Task<List<Story>> GetAsync(IReadOnlyDictionary<string, IReadOnlyList<KeyedStory>> found, NewsEvent told, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(told.When.UtcDateTime).DayNumber;
        var ids = found.Values.SelectMany(entries => entries).OrderBy(entry => Math.Abs(entry.Day.DayNumber - day)).ThenByDescending(entry => entry.Day).Select(entry => entry.StoryId).Distinct().Take(MaxCandidates).ToList();
        return ids.Count == 0 ? [] : [.. await stories.GetAsync(ids, cancellationToken)];
    }

    /// <summary>The highest score, then the larger story, then the lesser id: every instance chooses alike. A story that was merged into another only forwards, and comes last.</summary>
    private static StoryChoice? Best(NewsEvent told, List<Story> candidates)
    {
        var ordered = candidates.OrderBy(story => story.MergedInto is not null).ThenByDescending(story => story.ArticleCount).ThenBy(story => story.Id, StringComparer.Ordinal).ToList();
        if (ordered.Find(story => StoryAgreement.IsSameTitle(told, story)) is { } titled) return new StoryChoice(titled.Id, SameTitle) { Story = titled };
        var agreeing = from story in ordered
                       let agreement = StoryAgreement.Of(told, story)
                       where agreement is not null && agreement.Score >= StoryAgreement.Enough
                       orderby story.MergedInto is not null, agreement.Score descending
                       select new StoryChoice(story.Id, agreement.ToString()) { Story = story };
        return agreeing.FirstOrDefault() ?? Copy(told, candidates);
    }

    /// <summary>Before a story is opened: the rules have found none, and what they do not know of may tell.</summary>
    private StoryChoice? Likeliest(NewsEvent told, List<Story> candidates)
    {
        var likely = candidates.Select(story => (Story: story, Likely: opinion.Of(told, story))).Where(candidate => candidate.Likely is not null).OrderBy(candidate => candidate.Story.MergedInto is not null)
            .ThenByDescending(candidate => candidate.Likely!.Probability).ThenByDescending(candidate => candidate.Story.ArticleCount).ThenBy(candidate => candidate.Story.Id, StringComparer.Ordinal).FirstOrDefault();
        return likely.Story is null ? null : new StoryChoice(likely.Story.Id, likely.Likely!.Reason) { Story = likely.Story };
    }

    private static StoryChoice? Copy(NewsEvent told, List<Story> candidates)
    {
        var copied = candidates.Select(story => (story, likeness: StoryAgreement.Copied(told, story))).Where(candidate => candidate.likeness >= TextSketch.Alike).OrderByDescending(candidate => candidate.likeness).ThenBy(candidate => candidate.story.Id, StringComparer.Ordinal).FirstOrDefault();
        return copied.story is null ? null : new StoryChoice(copied.story.Id, $"{copied.likeness * 100:0} % of the same text") { Story = copied.story, Likeness = copied.likeness };
    }

    /// <summary>Opens a story, or joins one that is likely its own, unless another instance is opening its story just now.</summary>
    private async Task<StoryChoice> ClaimAsync(Article article, NewsEvent told, StoryChoice? likely, CancellationToken cancellationToken)
    {
        var own = likely?.StoryId ?? DerivedId.Of("story", article.Id);
        var titleOpening = told.TitleKey is { } key ? StoryKeys.TitleOpening(key, told) : null;
        if (titleOpening is not null && await HolderAsync(titleOpening, own, cancellationToken) is { } holder
            && (holder.Story is null || StoryAgreement.MayBeOne(told, holder.Story)))
        {
            return new StoryChoice(holder.Id, SameTitle) { Story = holder.Story };
        }

        if (likely is not null) return likely;
        if (StoryKeys.Opening(told) is { } opening && await HolderAsync(opening, own, cancellationToken) is { } winner)
        {
            var reason = winner.Story is null || StoryAgreement.Of(told, winner.Story)?.Score >= StoryAgreement.Enough ? told.Victim + ", at the same time" : opinion.Of(told, winner.Story)?.Reason;
            if (reason is not null)
            {
                // Nobody opens the story that the title was just claimed for: the next one with this title is to find the winner.
                if (titleOpening is not null) await stories.ReassignKeyAsync(titleOpening, winner.Id, cancellationToken);
                return new StoryChoice(winner.Id, reason) { Story = winner.Story };
            }
        }

        return new StoryChoice(own, Opened);
    }

    private async Task<(string Id, Story? Story)?> HolderAsync(string key, string own, CancellationToken cancellationToken)
    {
        var holder = await stories.ClaimKeyAsync(key, own, cancellationToken);
        return holder == own ? null : (holder, await stories.GetAsync(holder, cancellationToken));
    }
}
