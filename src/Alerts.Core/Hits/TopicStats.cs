namespace Alerts.Core.Hits;

/// <summary>How a topic does: what it found since then, and what people say was none.</summary>
/// <param name="Clauses">How often each clause had satisfied a hit that was none, most often first.</param>
public sealed record TopicStats(string TopicId, DateTimeOffset Since, int Hits, int Marked, IReadOnlyList<MarkedShare> Clauses, IReadOnlyList<MarkedShare> Publishers)
{
    private const int Shown = 10;

    public static async Task<TopicStats> OfAsync(string topicId, DateTimeOffset since, int hits, IHitFeedbackStore store, CancellationToken cancellationToken)
    {
        var marks = new List<HitFeedback>();
        await foreach (var mark in store.ListByTopicAsync(topicId, cancellationToken))
        {
            if (HitId.TryParse(mark.HitId) is { } id && id.FirstSeenAt >= since)
            {
                marks.Add(mark);
            }
        }

        var none = marks.GroupBy(mark => mark.HitId).Select(hit => hit.First()).ToList();
        return new TopicStats(topicId, since, hits, none.Count, Count(none.SelectMany(mark => mark.Clauses)), Count(none.Select(mark => mark.Publisher)));
    }

    private static List<MarkedShare> Count(IEnumerable<string> names) =>
        [.. names.CountBy(name => name).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Shown).Select(pair => new MarkedShare(pair.Key, pair.Value))];
}

public sealed record MarkedShare(string Name, int Marked);
