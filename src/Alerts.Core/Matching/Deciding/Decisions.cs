using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>One state of knowledge, topics and watch words, ready to decide. Immutable.</summary>
internal sealed class Decisions
{
    private readonly MentionFinder _finder;
    private readonly TopicIndex _topics;

    public Decisions(KnowledgeBase knowledge, IReadOnlyList<Topic> topics, IEnumerable<string> watchWords)
    {
        var vocabulary = new Vocabulary(knowledge, topics, watchWords);
        _finder = new(vocabulary);
        _topics = new(topics, vocabulary);
    }

    public ArticleReading Read(Article article)
    {
        var facts = _finder.Find(article);
        var nature = ArticleNature.Of(facts);
        var (matches, own) = (new List<Match>(), new List<Match>());
        foreach (var topic in _topics.Candidates(facts))
        {
            if (TopicDecider.Decide(topic, facts, nature) is not { } match) continue;
            if (topic.Topic.OwnerId is not { } owner) matches.Add(match);
            else if (match.Matched) own.Add(match with { Owner = new TopicOwner(owner, topic.Topic.Name) });
        }

        return new(article, facts.Language, facts.Mentions.ConvertAll(facts.Describe), matches) { Own = own };
    }
}
