namespace Alerts.Core.Knowledge;

/// <summary>What one knowledge file says, before it is joined with the others.</summary>
internal sealed class KnowledgeFile
{
    public List<Concept> Concepts { get; } = [];

    public List<KnownTheft> Incidents { get; } = [];

    public List<Case> Cases { get; } = [];

    /// <summary>Named sets of endings that aliases refer to: {ru.noun-m}.</summary>
    public List<KnowledgeEndings> Endings { get; } = [];

    public List<KnowledgeContext> Contexts { get; } = [];

    public List<KnowledgeIssue> Issues { get; } = [];
}
