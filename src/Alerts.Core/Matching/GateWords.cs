using Alerts.Core.Matching.Topics;

namespace Alerts.Core.Matching;

/// <summary>What a gate found, for a reader.</summary>
public static class GateWords
{
    public static string Of(GateExplanation gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return (gate.Gate, gate.Finding) switch
        {
            (TopicGate.Subject, TopicGateFindings.Main) => "it is what the text is about",
            (TopicGate.Subject, TopicGateFindings.Part) => "it is a part of the text",
            (TopicGate.Subject, TopicGateFindings.Passing) => "it is named in passing only",
            (TopicGate.Direction, TopicGateFindings.TheftBy) => "they are told to have done it",
            (TopicGate.Direction, TopicGateFindings.ActionAgainst) => "something is done against them",
            (TopicGate.Direction, TopicGateFindings.AttackOn) => "they are the ones attacked",
            (TopicGate.Direction, TopicGateFindings.MentionOf) => "they are mentioned",
            (TopicGate.Time, var kind) => "kind of news: " + kind,
            (_, var finding) => finding,
        };
    }
}
