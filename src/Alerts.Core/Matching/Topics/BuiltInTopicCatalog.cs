using Alerts.Core.Knowledge;

namespace Alerts.Core.Matching.Topics;

/// <summary>The product's own topics.</summary>
public sealed class BuiltInTopicCatalog : ITopicCatalog
{
    private readonly Lazy<IReadOnlyList<TopicSummary>> topics = new(() => [.. BuiltInTopics.All(KnowledgeBase.BuiltIn).Select(SummaryOf)]);

    public IReadOnlyList<TopicSummary> Topics => topics.Value;

    private static TopicSummary SummaryOf(Topic topic) =>
        new(topic.Id, topic.Version, topic.Name, $"Articles that speak of all of these: {string.Join("; ", topic.Require.Select(clause => clause.Label ?? clause.Text))}.", topic.Text);
}
