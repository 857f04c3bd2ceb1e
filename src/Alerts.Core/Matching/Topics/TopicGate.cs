namespace Alerts.Core.Matching.Topics;

/// <summary>A question about the whole article, and which findings let it pass.</summary>
/// <param name="Name">subject, direction or time.</param>
/// <param name="Negated">The findings are those that do not pass.</param>
public sealed record TopicGate(string Name, bool Negated, IReadOnlyList<string> Findings)
{
    public bool Passes(string finding) => Findings.Contains(finding) != Negated;
}
