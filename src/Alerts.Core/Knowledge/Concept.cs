namespace Alerts.Core.Knowledge;

/// <summary>A thing the knowledge base knows.</summary>
public sealed record Concept
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>Canonical name, as a reader is told.</summary>
    public required string Name { get; init; }

    /// <summary>The concept that this one counts under, never the one it is: Andariel stays Andariel under Lazarus.</summary>
    public string? Umbrella { get; init; }

    /// <summary>Id in MITRE ATT&amp;CK.</summary>
    public string? Attack { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<ConceptAlias> Aliases { get; init; } = [];

    public IReadOnlyList<Relation> Relations { get; init; } = [];

    /// <summary>Where it is defined: file and one-based line.</summary>
    public KnowledgePosition Position { get; init; }
}
