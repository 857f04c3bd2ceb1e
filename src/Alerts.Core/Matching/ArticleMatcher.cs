using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Deciding;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching;

/// <summary>
/// Decides all topics on an article after one scan of it. Thread-safe: what it knows is immutable and is replaced as a whole by
/// <see cref="Use"/>, while articles that are being read go on with what they began with.
/// </summary>
public sealed class ArticleMatcher : IArticleMatcher
{
    private volatile Decisions _decisions;

    private ArticleMatcher(Decisions decisions) => _decisions = decisions;

    public static ArticleMatcher Create(KnowledgeBase knowledge, IReadOnlyList<Topic> topics, IEnumerable<string>? watchWords = null)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(topics);
        return new(new(knowledge, topics, watchWords ?? []));
    }

    /// <summary>The product's knowledge and its own topics.</summary>
    public static ArticleMatcher BuiltIn() => Create(KnowledgeBase.BuiltIn, BuiltInTopics.All(KnowledgeBase.BuiltIn));

    /// <summary>Takes new knowledge, topics and watch words into use. Builds them on the caller's thread; nobody waits.</summary>
    public void Use(KnowledgeBase knowledge, IReadOnlyList<Topic> topics, IEnumerable<string> watchWords) => _decisions = new(knowledge, topics, watchWords);

    public ArticleReading Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return _decisions.Read(article);
    }
}
