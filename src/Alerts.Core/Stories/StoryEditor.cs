using Alerts.Core.Stories.Claims;

namespace Alerts.Core.Stories;

/// <summary>
/// An operator's word against the joiner's: two stories are one, or an article belongs elsewhere. It sticks: the merged story forwards whatever
/// would join it, and an article taken out has its claim moved, so that repeats and later articles follow. Nobody is told again for it.
/// Every step may be repeated.
/// </summary>
public sealed class StoryEditor(IStoryStore stories)
{
    private const int Attempts = 8;
    private const string ByOperator = "put here by an operator";

    public async Task<StoryEdit> MergeAsync(string fromId, string intoId, CancellationToken cancellationToken)
    {
        if (fromId == intoId) return new StoryEdit.Refused("A story cannot be merged into itself.");
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await stories.GetAsync(fromId, cancellationToken) is not { } given) return new StoryEdit.NotFound("story", fromId);
            if (await stories.GetAsync(intoId, cancellationToken) is not { } into) return new StoryEdit.NotFound("story", intoId);
            if (given.MergedInto is { } other && other != intoId) return new StoryEdit.Refused($"Story {fromId} was merged into {other} before. Merge that one.");
            if (into.MergedInto is { } next && given.MergedInto is null) return new StoryEdit.Refused($"Story {intoId} was itself merged into {next}. Merge into that one.");
            // A merge that was begun and not ended is ended, wherever its target has gone since; two that were begun crosswise are one, into this target.
            if (await EndOfAsync(into, fromId, cancellationToken) is not { } end)
            {
                await stories.TrySaveAsync(into with { MergedInto = null }, cancellationToken);
                continue;
            }

            if (given.MergedInto == intoId && end.Merged.Contains(fromId)) return new StoryEdit.Done(end);
            // Forwarding comes first: what joins from now on goes to the other, so nothing is added to a story whose articles were copied already.
            var closed = given.MergedInto is null ? await stories.TrySaveAsync(given with { MergedInto = intoId }, cancellationToken) : given;
            if (closed is not null && await stories.TrySaveAsync(Join(end, closed), cancellationToken) is { } merged) return new StoryEdit.Done(merged);
        }

        return new StoryEdit.Refused("The stories are being written to by others just now. Try again.");
    }

    /// <param name="intoId">Null for a story of its own.</param>
    public async Task<StoryEdit> SplitAsync(string storyId, string articleId, string? intoId, CancellationToken cancellationToken)
    {
        if (storyId == intoId) return new StoryEdit.Refused("The article is in that story already.");
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await stories.GetAsync(storyId, cancellationToken) is not { } story) return new StoryEdit.NotFound("story", storyId);
            if (story.MergedInto is { } end) return new StoryEdit.Refused($"Story {storyId} was merged into {end}. Split that one.");
            var targetId = intoId ?? DerivedId.Of("split", storyId + "\n" + articleId);
            var target = await stories.GetAsync(targetId, cancellationToken);
            var article = story.Articles.FirstOrDefault(entry => entry.Id == articleId);
            if (article is null && story.TakenOut.Contains(articleId) && target?.Articles.Any(entry => entry.Id == articleId) == true) return new StoryEdit.Done(target);
            if (article is null) return new StoryEdit.NotFound("article", articleId);
            if (story.ArticleCount == 1) return new StoryEdit.Refused("It is the story's only article. Merge the story instead.");
            if (target is null && intoId is not null) return new StoryEdit.NotFound("story", intoId);
            if (target?.MergedInto is { } forwarded) return new StoryEdit.Refused($"Story {targetId} was merged into {forwarded}. Split into that one.");

            var moved = target?.Articles.Any(entry => entry.Id == articleId) == true ? target : await stories.TrySaveAsync(Put(target ?? Apart(targetId, story, article), article, story, isNew: target is null), cancellationToken);
            if (moved is null) continue;
            // A correction that came in between is in what the article is taken out of.
            var corrected = moved with { Claims = moved.Claims.With(story.Claims.Only(articleId)) };
            if (!ReferenceEquals(corrected.Claims, moved.Claims) && (moved = await stories.TrySaveAsync(StoryFactsKeeper.Assess(corrected), cancellationToken)) is null) continue;
            await stories.ReassignKeyAsync(StoryKeys.Article(articleId), targetId, cancellationToken);
            await stories.AddKeysAsync(targetId, [.. StoryKeys.Of(article, moved.MainVictim)], article.PublishedAt ?? article.FirstSeenAt, cancellationToken);
            if (await stories.TrySaveAsync(Without(story, article), cancellationToken) is not null) return new StoryEdit.Done(moved);
        }

        return new StoryEdit.Refused("The story is being written to by others just now. Try again.");
    }

    /// <summary>Where what a story was merged into ends; null where that is the story that is being merged, another circle, or nothing that is stored.</summary>
    private async Task<Story?> EndOfAsync(Story into, string fromId, CancellationToken cancellationToken)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal) { fromId, into.Id };
        while (into.MergedInto is { } next)
        {
            if (!passed.Add(next) || await stories.GetAsync(next, cancellationToken) is not { } further) return null;
            into = further;
        }

        return into;
    }

    private static Story Join(Story into, Story given)
    {
        var articles = into.Articles.Concat(given.Articles).DistinctBy(article => article.Id).ToList();
        var merged = into with
        {
            Articles = [.. articles.Take(Story.MaxListedArticles)],
            ArticleCount = into.ArticleCount + given.ArticleCount - (into.Articles.Count + given.Articles.Count - articles.Count),
            Topics = [.. into.Topics.Union(given.Topics).Order(StringComparer.Ordinal)],
            LastSeenAt = given.LastSeenAt > into.LastSeenAt ? given.LastSeenAt : into.LastSeenAt,
            Phase = into.Phase == StoryPhase.Background ? given.Phase : into.Phase,
            MainVictim = into.MainVictim ?? given.MainVictim,
            IncidentId = into.IncidentId ?? given.IncidentId,
            IsRetold = into.IsRetold && given.IsRetold,
            Claims = into.Claims.With(given.Claims),
            Marks = into.Marks.With(given.Marks),
            Merged = [.. into.Merged.Append(given.Id).Concat(given.Merged).Distinct()],
            TakenOut = [.. into.TakenOut.Except(given.ArticleIds)],
        };
        merged = StoryFactsKeeper.Assess(merged);
        return merged with { Announced = Told(into.Announced ?? given.Announced, merged) };
    }

    /// <summary>What was told counts as told with what the decision brought.</summary>
    private static Announcement? Told(Announcement? told, Story now) =>
        told is null ? null : told with { Severity = now.Severity, Facts = now.Facts, Topics = told.Topics is null ? null : [.. told.Topics.Union(now.Topics)] };

    /// <summary>A story of the article alone, by what it claims: the next article on its event is to find it, and not the story that it came from.</summary>
    private static Story Apart(string id, Story given, StoryArticle article)
    {
        var claims = given.Claims.Only(article.Id);
        var victim = claims.ValuesOf(ClaimField.Victim).FirstOrDefault();
        return new Story
        {
            Id = id,
            Title = article.Title,
            Topics = given.Topics,
            Kind = given.Kind,
            Phase = given.Phase,
            IsRetold = given.IsRetold,
            FirstSeenAt = article.FirstSeenAt,
            LastSeenAt = article.FirstSeenAt,
            MainVictim = victim,
            IncidentId = victim is null || given.IncidentId is null ? null : DerivedId.Of("incident", id),
            Announced = given.Announced,
        };
    }

    /// <summary>What an article is compared by, as far as its claims tell.</summary>
    private static StoryMarks MarksOf(StoryArticle article, ClaimLedger claims)
    {
        var when = article.PublishedAt ?? article.FirstSeenAt;
        return StoryMarks.None with
        {
            Victims = [.. claims.ValuesOf(ClaimField.Victim)],
            Actors = [.. claims.ValuesOf(ClaimField.Actor)],
            Sums = [.. claims.Sums()],
            Days = article.PublishedAt is null ? [] : [when],
            From = when,
            To = when,
        };
    }

    /// <summary>All of the given story's topics come along; where all articles are listed and know their own, those are taken.</summary>
    private static Story Put(Story target, StoryArticle article, Story given, bool isNew)
    {
        var claims = given.Claims.Only(article.Id);
        var grown = StoryFactsKeeper.Assess(target with
        {
            Articles = target.Articles.Count < Story.MaxListedArticles ? [.. target.Articles, article with { JoinedBecause = ByOperator, IsCopy = article.IsCopy && !isNew }] : target.Articles,
            ArticleCount = target.ArticleCount + 1,
            Topics = [.. target.Topics.Union(given.Topics).Order(StringComparer.Ordinal)],
            Claims = target.Claims.With(claims),
            Marks = target.Marks.With(MarksOf(article, claims)),
            LastSeenAt = article.FirstSeenAt > target.LastSeenAt ? article.FirstSeenAt : target.LastSeenAt,
            TakenOut = [.. target.TakenOut.Where(id => id != article.Id)],
        });
        return isNew || target.Announced is not null ? grown with { Announced = Told(grown.Announced, grown) } : grown;
    }

    private static Story Without(Story story, StoryArticle article)
    {
        var left = StoryFactsKeeper.Assess(StoryGrowth.Without(story, article) with
        {
            MainVictim = story.MainVictim,
            Articles = [.. story.Articles.Where(known => known != article)],
            ArticleCount = story.ArticleCount - 1,
            TakenOut = [.. story.TakenOut.Append(article.Id).Distinct()],
        });
        return left with { Announced = Told(left.Announced, left) };
    }
}
