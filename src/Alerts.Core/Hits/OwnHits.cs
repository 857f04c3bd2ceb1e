using Alerts.Core.Matching;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits;

/// <summary>
/// Keeps what subscribers' own topics found: for each owner a story of its own, the hits, and that it is to be announced. Every part is
/// add-if-absent, so a repeat finds its own rows.
/// </summary>
public sealed class OwnHits(IOwnStories stories, Func<IStoryStore, IStoryJoiner> joinerOf, IOwnHitStore hits, IOpenAnnouncements open, TimeProvider time)
{
    /// <param name="publicStoryOf">By article: the story that it was put into for everybody.</param>
    /// <returns>What is to be announced; whoever tells everybody of the same articles finds their own hits there.</returns>
    public async Task<IReadOnlyList<OpenAnnouncement>> KeepAsync(
        IReadOnlyList<ArticleReading> readings, IReadOnlyDictionary<string, Story> publicStoryOf, CancellationToken cancellationToken)
    {
        var owners = readings.SelectMany(reading => reading.Own.Select(match => match.Owner!.Id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var announcements = new List<OpenAnnouncement>();
        foreach (var owner in owners.ToList())
        {
            announcements.AddRange(await KeepAsync(owner, [.. readings.Where(reading => reading.Own.Any(match => match.Owner!.Id == owner))], publicStoryOf, cancellationToken));
        }

        await open.AddAsync(announcements, cancellationToken);
        return announcements;
    }

    private async Task<IEnumerable<OpenAnnouncement>> KeepAsync(
        string owner, List<ArticleReading> found, IReadOnlyDictionary<string, Story> publicStoryOf, CancellationToken cancellationToken)
    {
        var joins = await joinerOf(stories.Of(owner)).JoinAsync([.. found.Select(reading => ForOwner(reading, owner))], cancellationToken);
        var stored = found.Zip(joins).SelectMany(pair => pair.First.Own.Where(match => match.Owner!.Id == owner)
            .Select(match => HitSnapshot.Of(pair.First, match, pair.Second.Story, time.GetUtcNow())));
        await hits.AddIfAbsentAsync(owner, [.. stored], cancellationToken);
        return joins.GroupBy(join => join.Story.Id).Select(story => new OpenAnnouncement(
            owner, story.Key, story.Select(join => publicStoryOf.GetValueOrDefault(join.ArticleId)?.Id).FirstOrDefault(id => id is not null), time.GetUtcNow()));
    }

    /// <summary>
    /// What the story is made of: the public decisions where there are any, so that it is judged as everybody's is; else the owner's
    /// best match. The article's public story is not this one.
    /// </summary>
    private static ArticleReading ForOwner(ArticleReading reading, string owner) => reading with
    {
        Article = reading.Article with { StoryId = null },
        Matches = reading.Matched.Any() ? reading.Matches : [reading.Own.Where(match => match.Owner!.Id == owner).MaxBy(match => match.Score)!],
        Own = [],
    };
}
