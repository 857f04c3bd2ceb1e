using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Deciding;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching;

/// <summary>
/// Decides all topics on an article after one scan of it. Thread-safe: what it knows is immutable and is replaced as a whole by
/// <see cref="UseAsync"/>, while articles that are being read go on with what they began with.
/// </summary>
public sealed class ArticleMatcher : IArticleMatcher
{
    private readonly Lock _gate = new();
    private volatile Decisions _decisions;
    private int _asked;
    private int _taken;

    private ArticleMatcher(Decisions decisions) => _decisions = decisions;

    public static ArticleMatcher Create(KnowledgeBase knowledge, IReadOnlyList<Topic> topics)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(topics);
        return new(new(knowledge, topics));
    }

    /// <summary>The product's knowledge and its own topics.</summary>
    public static ArticleMatcher BuiltIn() => Create(KnowledgeBase.BuiltIn, BuiltInTopics.All(KnowledgeBase.BuiltIn));

    /// <summary>
    /// Makes new knowledge and topics ready, which takes seconds where they are many, on a thread of its own; articles are read
    /// with the old ones until then. Of several under way, that which was asked for last stays.
    /// </summary>
    /// <returns>Ends when articles are read with the new ones.</returns>
    public Task UseAsync(KnowledgeBase knowledge, IReadOnlyList<Topic> topics)
    {
        var turn = Interlocked.Increment(ref _asked);
        return Task.Run(() =>
        {
            var present = _decisions;
            var made = present.IsOf(knowledge, topics) ? present : new Decisions(knowledge, topics);
            lock (_gate)
            {
                if (turn < _taken) return;
                _taken = turn;
                _decisions = made;
            }
        });
    }

    public ArticleReading Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return _decisions.Read(article);
    }
}
