namespace Alerts.Core.Knowledge;

/// <summary>What is wrong with a knowledge file, where, and in words for whoever edits it.</summary>
public sealed record KnowledgeIssue(KnowledgePosition Position, string Message)
{
    public override string ToString() => $"{Position}: {Message}";
}
