using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Own;

/// <summary>
/// Keeps the matcher at the newest topics of subscribers. Whoever is about to read articles calls it: a look at the store's revision
/// every few seconds, and all topics again only where it has changed, and once an hour. Nobody waits for that while articles keep coming: they are read with
/// what there is until the new topics are ready. Whoever comes after a pause does wait, lest a topic saved long ago miss its first article.
/// </summary>
public sealed class TopicFollower(ArticleMatcher matcher, IOwnTopicStore topics, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    /// <summary>Nobody reads articles with what was looked at longer ago.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    /// <summary>A writer that died between its row and the revision is found by then.</summary>
    private static readonly TimeSpan ReadAnyway = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private Task look = Task.CompletedTask;
    private string? revision;
    private DateTimeOffset looked = DateTimeOffset.MinValue;
    private DateTimeOffset nextRead = DateTimeOffset.MinValue;

    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        Task running;
        bool tooOld;
        lock (gate)
        {
            if (now - looked < LookEvery)
            {
                return;
            }

            tooOld = now - looked > Oldest;
            if (look.IsCompleted)
            {
                // Not under the caller's token: others go on with what it finds.
                look = Task.Run(() => LookAsync(now, CancellationToken.None), CancellationToken.None);
            }

            running = look;
        }

        if (tooOld)
        {
            await running.WaitAsync(cancellationToken);
        }
    }

    private async Task LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = await topics.GetRevisionAsync(cancellationToken);
        if (revision is null && current.Length == 0)
        {
            // None has ever been written, or the first by a writer that died: the matcher knows all there is, most likely.
            nextRead = now + ReadAnyway;
        }
        else if (current != revision || now >= nextRead)
        {
            // The revision was read first: what is written meanwhile shows at the next look.
            var parsed = new List<Topic>(BuiltInTopics.All(KnowledgeBase.BuiltIn));
            await foreach (var own in topics.ListAllAsync(cancellationToken))
            {
                // One that a newer knowledge base no longer understands rests until its owner mends it.
                if (OwnTopicRules.Parse(own.Current.Text, own.Id, own.OwnerId, own.Name, own.Current.Number, KnowledgeBase.BuiltIn) is TopicParse.Parsed { Topic: var topic })
                {
                    parsed.Add(topic);
                }
            }

            await matcher.UseAsync(KnowledgeBase.BuiltIn, parsed);
            nextRead = now + ReadAnyway;
        }

        lock (gate)
        {
            (revision, looked) = (current, now);
        }
    }
}
