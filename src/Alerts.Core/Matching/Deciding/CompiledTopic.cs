using Alerts.Core.Knowledge;
using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>A topic bound to one vocabulary.</summary>
internal sealed class CompiledTopic(Topic topic, Vocabulary vocabulary)
{
    private readonly KnowledgeBase _knowledge = vocabulary.Knowledge;

    public Topic Topic { get; } = topic;

    public CompiledExpression[] Require { get; } = [.. topic.Require.Select(clause => CompiledExpression.Of(clause.Expression, vocabulary))];

    public CompiledExpression[] Exclude { get; } = [.. topic.Exclude.Select(clause => CompiledExpression.Of(clause.Expression, vocabulary))];

    public CompiledExpression[] Scores { get; } = [.. topic.Scores.Select(score => CompiledExpression.Of(score.Expression, vocabulary))];

    public CompiledWeighing[] Weighings { get; } = [.. topic.Weighings.Select(weighing => new CompiledWeighing(weighing, vocabulary))];

    /// <summary>What each clause is called for a reader. Two threads that ask at once find the same.</summary>
    public string[] RequireWords => field ??= [.. Topic.Require.Select(clause => TopicWords.Of(clause, _knowledge))];

    public string[] ExcludeWords => field ??= [.. Topic.Exclude.Select(clause => TopicWords.Of(clause, _knowledge))];

    public string[] ScoreWords => field ??= [.. Topic.Scores.Select(score => TopicWords.Of(score, _knowledge))];

    /// <summary>Terms of which at least one is mentioned in every article that matches.</summary>
    public int[] Anchors { get; } = [.. TopicTerms.Anchors(topic)!.Select(vocabulary.Term).Distinct()];
}
