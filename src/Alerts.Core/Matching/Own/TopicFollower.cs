using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Own;

/// <summary>
/// Keeps the matcher at the newest topics of subscribers. Whoever is about to read articles calls it: a look at the store's revision
/// every few seconds, and all topics again only where it has changed. Who comes while another is looking goes on with what there is.
/// </summary>
public sealed class TopicFollower(ArticleMatcher matcher, IOwnTopicStore topics, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    /// <summary>A writer that died between its row and the revision is found by then.</summary>
    private static readonly TimeSpan ReadAnyway = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim gate = new(1);
    private string? revision;
    private DateTimeOffset nextLook = DateTimeOffset.MinValue;
    private DateTimeOffset nextRead = DateTimeOffset.MinValue;

    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < nextLook || (revision is not null && gate.CurrentCount == 0))
        {
            return;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            await LookAsync(time.GetUtcNow(), cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task LookAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now < nextLook)
        {
            return;
        }

        // None has ever been written where there is no revision: the matcher knows all there is.
        var current = await topics.GetRevisionAsync(cancellationToken);
        if (current.Length > 0 && (current != revision || now >= nextRead))
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

            matcher.Use(KnowledgeBase.BuiltIn, parsed, []);
            nextRead = now + ReadAnyway;
        }

        revision = current;
        nextLook = now + LookEvery;
    }
}
