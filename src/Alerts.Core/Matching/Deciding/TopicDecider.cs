using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>Decides one topic on one article and writes down why.</summary>
internal static class TopicDecider
{
    /// <summary>A topic that is not matched is still explained where its score is at least this share of what it needs.</summary>
    private const double NearShare = 0.5;

    /// <returns>Null where the article is not even near the topic.</returns>
    public static Match? Decide(CompiledTopic compiled, ArticleFacts facts, ArticleNature nature)
    {
        var topic = compiled.Topic;
        foreach (var require in compiled.Require)
        {
            if (!ExpressionEvaluator.Holds(require, facts)) return null;
        }

        var excluded = Excluded(compiled, facts);
        var score = 0;
        var parts = new List<ScorePart>();
        var scored = new List<(TopicScore Score, List<int> Evidence)>();
        for (var index = 0; index < compiled.Scores.Length; index++)
        {
            var evidence = new List<int>();
            if (!ExpressionEvaluator.Holds(compiled.Scores[index], facts, evidence)) continue;
            score += topic.Scores[index].Points;
            parts.Add(new(TopicWords.Of(topic.Scores[index], facts.Vocabulary.Knowledge), topic.Scores[index].Points, topic.Scores[index].Text));
            scored.Add((topic.Scores[index], evidence));
        }

        if (score < topic.Threshold * NearShare && score < topic.Threshold) return null;
        var required = Array.ConvertAll(compiled.Require, require => ExpressionEvaluator.EarliestEvidence(require, facts));
        var gates = new List<GateExplanation>();
        var passed = excluded is null;
        foreach (var gate in topic.Gates)
        {
            var (finding, because) = Find(gate.Name, required, facts, nature);
            gates.Add(new(gate.Name, gate.Passes(finding), finding, because is { } mention ? [facts.Describe(mention)] : []));
            passed &= gates[^1].Passed;
        }

        if (facts.Boilerplate > 0) gates.Add(new("boilerplate", true, $"{facts.Boilerplate} mentions outside the story left out", []));
        var matched = passed && score >= topic.Threshold;
        if (!passed && score < topic.Threshold) return null;
        var explanation = ExplanationWriter.Write(topic, facts, required, excluded, scored, gates, parts);
        return new(topic.Id, topic.Version, matched, score, explanation, nature.Kind);
    }

    private static int? Excluded(CompiledTopic compiled, ArticleFacts facts)
    {
        for (var index = 0; index < compiled.Exclude.Length; index++)
        {
            if (ExpressionEvaluator.Holds(compiled.Exclude[index], facts)) return index;
        }

        return null;
    }

    private static (string Finding, FoundMention? Because) Find(string gate, List<int>[] required, ArticleFacts facts, ArticleNature nature) => gate switch
    {
        "subject" => SubjectFinder.Of(required, facts),
        "direction" => (nature.Direction, nature.DirectionBecause),
        _ => (TopicGateFindings.Of(nature.Kind), nature.KindBecause),
    };
}
