using Alerts.Core.Articles;
using Alerts.Core.Incidents;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Enriching;
using Alerts.Core.Matching.Own;
using Alerts.Core.Messaging;
using Alerts.Core.Stories;

namespace Alerts.Core.Hits;

/// <summary>
/// Full text, decision, story, hits. The article is marked as read last: until then a repeat does everything again and finds
/// its own rows. Articles that fail together are tried apart, by halves, so that one that cannot be read takes no other with it.
/// </summary>
public sealed class ReadArticles(
    IArticleStore articles,
    ArticleTextReader texts,
    IArticleMatcher matcher,
    ReadingEnricher enrichment,
    IStoryJoiner stories,
    IncidentRecorder incidents,
    IHitStore hits,
    OwnHits own,
    TopicFollower topics,
    IEvidenceStore evidence,
    IMessageQueue queue,
    IActivityObserver observer,
    TimeProvider time) : IMessageHandler<ReadMessage>
{
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromMinutes(10);

    public async Task HandleAsync(ReadMessage message, CancellationToken cancellationToken)
    {
        var listed = await articles.GetAsync(message.ArticleIds, cancellationToken);
        var unread = listed.Where(article => article.ReadAt is null || (message.Repeat > 0 && article.TextOrigin == TextOrigin.Summary)).ToList();
        if (unread.Count == 0) return;
        try
        {
            await DecideAsync(await texts.ReadAsync(unread, cancellationToken), message.Repeat, cancellationToken);
        }
        catch (Exception exception) when (unread.Count > 1 && !cancellationToken.IsCancellationRequested)
        {
            foreach (var half in unread.Select(article => article.Id).Chunk((unread.Count + 1) / 2))
            {
                await queue.SendAsync(QueueNames.Read, message with { ArticleIds = half }, cancellationToken: cancellationToken);
            }

            observer.Observe(new Activity.ReadingDivided(unread.Count, exception.GetType().Name));
        }
    }

    private async Task DecideAsync(IReadOnlyList<TextRead> read, int repeat, CancellationToken cancellationToken)
    {
        await topics.FollowAsync(cancellationToken);
        var readings = await enrichment.EnrichAsync([.. read.Select(item => matcher.Read(item.Article))], cancellationToken);
        var matched = readings.Where(reading => reading.Matched.Any()).ToList();
        var joins = await stories.JoinAsync(matched, cancellationToken);
        await incidents.RecordAsync(matched, joins, cancellationToken);
        await WithdrawAsync([.. readings.Where(reading => !reading.Matched.Any() && (reading.Article.StoryId is not null || reading.Article.Revision > 1)).Select(reading => reading.Article)], cancellationToken);
        var storyOf = joins.ToDictionary(join => join.ArticleId, join => join.Story);

        var found = matched.SelectMany(reading => reading.Matched.Select(match => HitSnapshot.Of(reading, match, storyOf[reading.Article.Id], time.GetUtcNow()))).ToList();
        await evidence.AddIfAbsentAsync([.. readings.Where(reading => reading.Matched.Any() || reading.Own.Count > 0).Select(EvidenceOf)], cancellationToken);
        await hits.AddIfAbsentAsync(found, cancellationToken);
        ReportHits(found);
        var owned = await own.KeepAsync(readings, storyOf, cancellationToken);
        foreach (var storyIds in storyOf.Values.Select(story => story.Id).Distinct().Chunk(AnnounceMessage.MaxStories))
        {
            await queue.SendAsync(QueueNames.Announce, new AnnounceMessage(storyIds), cancellationToken: cancellationToken);
        }

        foreach (var announcement in owned)
        {
            await queue.SendAsync(QueueNames.Announce, announcement.Message, cancellationToken: cancellationToken);
        }

        var again = repeat < ReadMessage.MaxRepeats ? read.Where(item => item.WorthRepeating).Select(item => item.Article.Id).ToList() : [];
        if (again.Count > 0)
        {
            await queue.SendAsync(QueueNames.Read, new ReadMessage(again, repeat + 1), RepeatAfter, cancellationToken);
        }

        // What its publisher has changed meanwhile stays unread: it is asked for already.
        await articles.SaveAsync([.. readings.Select(reading => Mark(reading, storyOf.GetValueOrDefault(reading.Article.Id)))], cancellationToken);
        ReportReadings(readings);
    }

    /// <summary>Articles that their publishers changed so that they are hits no more.</summary>
    private async Task WithdrawAsync(IReadOnlyList<Article> changed, CancellationToken cancellationToken)
    {
        foreach (var article in changed)
        {
            if (await stories.WithdrawAsync(article, cancellationToken) is { } story) await incidents.ForgetAsync(story, article.Id, cancellationToken);
        }
    }

    private Article Mark(ArticleReading reading, Story? story) => reading.Article with
    {
        ReadAt = time.GetUtcNow(),
        Language = reading.Language,
        Topics = [.. reading.Matched.Select(match => match.TopicId)],
        StoryId = story?.Id ?? reading.Article.StoryId,
        ContentHash = HitSnapshot.ContentHashOf(reading.Article),
    };

    private Evidence EvidenceOf(ArticleReading reading) => new()
    {
        ContentHash = HitSnapshot.ContentHashOf(reading.Article),
        Url = reading.Article.Url,
        Title = reading.Article.Title,
        Text = reading.Article.Text,
        CapturedAt = time.GetUtcNow(),
    };

    private void ReportHits(List<Hit> found)
    {
        foreach (var hit in found)
        {
            observer.Observe(new Activity.HitStored(hit.Id.TopicId, hit.Title, hit.Publisher, hit.Score, hit.Explanation.Summary));
        }
    }

    private void ReportReadings(IReadOnlyList<ArticleReading> readings)
    {
        foreach (var reading in readings)
        {
            var article = reading.Article;
            var origin = article.TextReason is null ? article.TextOrigin.ToString() : $"{article.TextOrigin}: {article.TextReason}";
            observer.Observe(new Activity.ArticleRead(article.Title, article.Publisher, reading.Language, origin, reading.Matched.Any()));
        }
    }
}
