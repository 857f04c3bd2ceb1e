using Alerts.Core.Articles;
using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>One state of knowledge and topics, ready to decide. Immutable.</summary>
internal sealed class Decisions
{
    private readonly MentionFinder _finder;
    private readonly TopicIndex _topics;
    private readonly KnowledgeBase _knowledge;
    private readonly List<(string Id, int Version, string? Owner, string Name, string Text)> _of;

    public Decisions(KnowledgeBase knowledge, IReadOnlyList<Topic> topics)
    {
        (_knowledge, _of) = (knowledge, Of(topics));
        var vocabulary = new Vocabulary(knowledge, topics);
        _finder = new(vocabulary);
        _topics = new(topics, vocabulary);
    }

    /// <summary>Whether it was made of these: a topic's text is all of it, and making it anew takes a good part of a second.</summary>
    public bool IsOf(KnowledgeBase knowledge, IReadOnlyList<Topic> topics) => ReferenceEquals(knowledge, _knowledge) && _of.SequenceEqual(Of(topics));

    private static List<(string Id, int Version, string? Owner, string Name, string Text)> Of(IEnumerable<Topic> topics) =>
        [.. topics.Select(topic => (topic.Id, topic.Version, topic.OwnerId, topic.Name, topic.Text))];

    public ArticleReading Read(Article article)
    {
        var facts = _finder.Find(article);
        var nature = ArticleNature.Of(facts);
        var (matches, own) = (new List<Match>(), new List<Match>());
        foreach (var topic in _topics.Candidates(facts))
        {
            if (TopicDecider.Decide(topic, facts, nature) is not { } match) continue;
            if (topic.Topic.OwnerId is not { } owner) matches.Add(match);
            else own.Add(match with { Owner = new TopicOwner(owner, topic.Topic.Name) });
        }

        return new(article, facts.Language, new DescribedMentions(facts), matches) { Own = own };
    }
}
