using System.Globalization;
using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Topics;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits.Trials;

/// <summary>
/// Tries a topic on the articles that are stored, the newest first, within limits: what it catches, how often, from whom, and what is
/// different to the version before. Stores nothing.
/// </summary>
public sealed class TopicTrials(IArticleStore articles, Func<IStoryStore, IStoryJoiner> joinerOf, TimeProvider time)
{
    private const string TrialId = "trial";
    private const string BeforeId = "before";

    /// <param name="before">The version in use; null for a new topic.</param>
    public async Task<TopicTrial> RunAsync(Topic topic, Topic? before, int days, TrialLimits limits, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - TimeSpan.FromDays(days);
        var tally = new TrialTally(before is not null);
        List<Topic> tried = [topic with { Id = TrialId, OwnerId = TrialId }, .. before is null ? (List<Topic>)[] : [before with { Id = BeforeId, OwnerId = TrialId }]];
        var matcher = ArticleMatcher.Create(KnowledgeBase.BuiltIn, tried);
        var stories = new StoriesInMemory();
        var joiner = joinerOf(stories);
        var (started, read, oldest, seen) = (time.GetTimestamp(), 0, now, new HashSet<string>(StringComparer.Ordinal));
        string? notRead = null;
        await foreach (var article in articles.ListReadAsync(since, cancellationToken))
        {
            if (read == limits.Articles || time.GetElapsedTime(started) > limits.Time)
            {
                notRead = string.Create(
                    CultureInfo.InvariantCulture,
                    $"articles first seen from {since:yyyy-MM-dd} to {oldest:yyyy-MM-dd HH:mm} UTC: {(read == limits.Articles ? $"{read} articles are the limit" : $"{limits.Time.TotalSeconds:0} seconds are the limit")}");
                break;
            }

            // A listing by time shows an article twice where it was read again just now.
            if (!seen.Add(article.Id))
            {
                continue;
            }

            (read, oldest) = (read + 1, article.FirstSeenAt < oldest ? article.FirstSeenAt : oldest);
            await DecideAsync(matcher.Read(article), tally, joiner, cancellationToken);
        }

        return tally.Conclude(read == 0 ? since : oldest, now, read, notRead, stories.All);
    }

    private static async Task DecideAsync(ArticleReading reading, TrialTally tally, IStoryJoiner joiner, CancellationToken cancellationToken)
    {
        var hit = reading.Own.FirstOrDefault(match => match.TopicId == TrialId);
        tally.Add(reading, hit, reading.Own.FirstOrDefault(match => match.TopicId == BeforeId));
        if (hit is not null)
        {
            await joiner.JoinAsync([reading with { Article = reading.Article with { StoryId = null }, Matches = [hit], Own = [] }], cancellationToken);
        }
    }
}
