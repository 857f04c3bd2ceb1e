namespace Alerts.Core.Matching.Topics;

/// <summary>A question about the whole article, and which findings let it pass.</summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="Negated">The findings are those that do not pass.</param>
public sealed record TopicGate(string Name, bool Negated, IReadOnlyList<string> Findings)
{
    public const string Subject = "subject";
    public const string Direction = "direction";
    public const string Time = "time";

    public static IReadOnlyList<string> Names { get; } = [Subject, Direction, Time];

    public bool Passes(string finding) => Findings.Contains(finding) != Negated;
}
