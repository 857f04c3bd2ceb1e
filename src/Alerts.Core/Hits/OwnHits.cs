using Alerts.Core.Matching;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits;

/// <summary>
/// Keeps what subscribers' own topics found: for each owner a story of its own, the hits, and the message that announces it. Every
/// part is add-if-absent, so a repeat finds its own rows.
/// </summary>
public sealed class OwnHits(IOwnStories stories, Func<IStoryStore, IStoryJoiner> joinerOf, IOwnHitStore hits, IMessageQueue queue, TimeProvider time)
{
    /// <param name="publicStoryOf">By article: the story that it was put into for everybody.</param>
    public async Task KeepAsync(IReadOnlyList<ArticleReading> readings, IReadOnlyDictionary<string, Story> publicStoryOf, CancellationToken cancellationToken)
    {
        var owners = readings.SelectMany(reading => reading.Own.Select(match => match.Owner!.Id)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var owner in owners.ToList())
        {
            await KeepAsync(owner, [.. readings.Where(reading => reading.Own.Any(match => match.Owner!.Id == owner))], publicStoryOf, cancellationToken);
        }
    }

    private async Task KeepAsync(string owner, List<ArticleReading> found, IReadOnlyDictionary<string, Story> publicStoryOf, CancellationToken cancellationToken)
    {
        var joins = await joinerOf(stories.Of(owner)).JoinAsync([.. found.Select(reading => ForOwner(reading, owner))], cancellationToken);
        var stored = found.Zip(joins).SelectMany(pair => pair.First.Own.Where(match => match.Owner!.Id == owner)
            .Select(match => HitSnapshot.Of(pair.First, match, pair.Second.Story, time.GetUtcNow())));
        await hits.AddIfAbsentAsync(owner, [.. stored], cancellationToken);
        foreach (var story in joins.GroupBy(join => join.Story.Id))
        {
            var told = story.Select(join => publicStoryOf.GetValueOrDefault(join.ArticleId)?.Id).FirstOrDefault(id => id is not null);
            await queue.SendAsync(QueueNames.Announce, new AnnounceMessage([story.Key], OwnerId: owner, PublicStoryId: told), cancellationToken: cancellationToken);
        }
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
