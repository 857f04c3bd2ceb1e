namespace Alerts.Core.Knowledge;

/// <summary>People charged or sanctioned together: named once in full, and after that by what else is told of the case.</summary>
public sealed record Case
{
    public required string Id { get; init; }

    /// <summary>When it became known.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Concepts of kind person.</summary>
    public IReadOnlyList<string> Accused { get; init; } = [];

    /// <summary>What tells the case from others, each in its written forms: the court's place, a sum, a firm that was robbed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Marks { get; init; } = [];

    public KnowledgePosition Position { get; init; }
}
