using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>A weighing bound to one vocabulary.</summary>
internal sealed class CompiledWeighing(TopicWeighing weighing, Vocabulary vocabulary)
{
    public TopicWeighing Weighing { get; } = weighing;

    public CompiledExpression[] Signs { get; } = [.. weighing.Signs.Select(sign => CompiledExpression.Of(sign.Expression, vocabulary))];

    /// <summary>What each sign is called for a reader. Two threads that ask at once find the same.</summary>
    public string[] Words => field ??= [.. Weighing.Signs.Select(sign => TopicWords.Of(sign, vocabulary.Knowledge))];
}
