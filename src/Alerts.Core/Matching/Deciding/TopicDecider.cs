using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching.Deciding;

/// <summary>Decides one topic on one article and writes down why.</summary>
internal static class TopicDecider
{
    /// <summary>A topic that is not matched is still explained where its score is at least this share of what it needs.</summary>
    private const double NearShare = 0.5;

    /// <summary>Shown beside the gates, and asked for by no topic.</summary>
    private const string Boilerplate = "boilerplate";

    /// <returns>Null where the article is not even near the topic; of a subscriber's topic, where it is not matched, since nobody is shown how near it was.</returns>
    public static Match? Decide(CompiledTopic compiled, ArticleFacts facts, ArticleNature nature)
    {
        var topic = compiled.Topic;
        foreach (var require in compiled.Require)
        {
            if (!ExpressionEvaluator.Holds(require, facts)) return null;
        }

        var isOwned = topic.OwnerId is not null;
        var excluded = Excluded(compiled, facts);
        if (isOwned && excluded is not null) return null;
        var score = 0;
        var scored = new List<(int Score, List<int> Evidence)>();
        for (var index = 0; index < compiled.Scores.Length; index++)
        {
            var evidence = new List<int>();
            if (!ExpressionEvaluator.Holds(compiled.Scores[index], facts, evidence)) continue;
            score += topic.Scores[index].Points;
            scored.Add((index, evidence));
        }

        WeighedSigns[] weighed = compiled.Weighings is [] ? [] : Array.ConvertAll(compiled.Weighings, weighing => WeighedSigns.Of(weighing, facts));
        score += weighed.Sum(signs => signs.Points);
        if (score < topic.Threshold && (isOwned || score < topic.Threshold * NearShare)) return null;
        var required = Array.ConvertAll(compiled.Require, require => ExpressionEvaluator.EarliestEvidence(require, facts));
        var passed = excluded is null;
        var gates = new List<GateExplanation>();
        foreach (var gate in topic.Gates)
        {
            var (finding, because) = Find(gate.Name, required, facts, nature);
            gates.Add(new(gate.Name, gate.Passes(finding), finding, because is { } mention ? [facts.Describe(mention)] : []));
            passed &= gates[^1].Passed;
        }

        if (!passed && (isOwned || score < topic.Threshold)) return null;
        if (facts.Boilerplate > 0) gates.Add(new(Boilerplate, true, $"{facts.Boilerplate} mentions outside the story left out", []));
        var parts = new List<(ScorePart Part, List<int> Evidence)>();
        foreach (var (index, evidence) in scored) parts.Add((new(compiled.ScoreWords[index], topic.Scores[index].Points, topic.Scores[index].Text), evidence));
        parts.AddRange(weighed.Select(signs => signs.Explain(facts)));
        var explanation = ExplanationWriter.Write(compiled, facts, required, excluded, parts, gates);
        return new(topic.Id, topic.Version, passed && score >= topic.Threshold, score, explanation, nature.Kind);
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
        TopicGate.Subject => SubjectFinder.Of(required, facts),
        TopicGate.Direction => (nature.Direction, nature.DirectionBecause),
        TopicGate.Time => (TopicGateFindings.Of(nature.Kind), nature.KindBecause),
        _ => throw new ArgumentException($"There is no gate {gate}.", nameof(gate)),
    };
}
