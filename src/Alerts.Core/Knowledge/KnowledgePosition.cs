namespace Alerts.Core.Knowledge;

/// <summary>A place in a knowledge file; lines count from one.</summary>
public readonly record struct KnowledgePosition(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}
