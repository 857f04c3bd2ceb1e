using System.Text.Json.Serialization;

namespace Alerts.Core.Matching;

/// <summary>Why a topic was decided as it was: one object for the store, email, webhook, API and console.</summary>
public sealed record Explanation
{
    /// <summary>One sentence that needs no knowledge of the rules: who, what, where it says so.</summary>
    public required string Summary { get; init; }

    public IReadOnlyList<ClauseExplanation> Clauses { get; init; } = [];

    public IReadOnlyList<GateExplanation> Gates { get; init; } = [];

    public IReadOnlyList<ScorePart> Score { get; init; } = [];
}

/// <param name="Clause">The clause in the topic language; of what is weighed, the weightiest signs.</param>
/// <param name="Mentions">What satisfied it; at most a handful, the most telling first.</param>
public sealed record ClauseExplanation(string Clause, bool Satisfied, IReadOnlyList<Mention> Mentions)
{
    /// <summary>The clause in plain words, for readers; empty in what was stored before there were any.</summary>
    public string Words { get; init; } = "";

    [JsonIgnore]
    public string Shown => Words.Length > 0 ? Words : Clause;
}

/// <param name="Gate">subject, direction, time, boilerplate, ...</param>
/// <param name="Finding">What the gate found: "theft by", "retrospective", "main subject".</param>
public sealed record GateExplanation(string Gate, bool Passed, string Finding, IReadOnlyList<Mention> Mentions);

/// <summary>One additive integer of a score and where it comes from.</summary>
public sealed record ScorePart(string Name, int Points, string Reason);
