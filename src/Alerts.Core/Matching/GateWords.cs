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
            ("subject", TopicGateFindings.Main) => "it is what the text is about",
            ("subject", TopicGateFindings.Part) => "it is a part of the text",
            ("subject", TopicGateFindings.Passing) => "it is named in passing only",
            ("direction", TopicGateFindings.TheftBy) => "they are told to have done it",
            ("direction", TopicGateFindings.ActionAgainst) => "something is done against them",
            ("direction", TopicGateFindings.AttackOn) => "they are the ones attacked",
            ("direction", TopicGateFindings.MentionOf) => "they are mentioned",
            ("time", var kind) => "kind of news: " + kind,
            (_, var finding) => finding,
        };
    }
}
