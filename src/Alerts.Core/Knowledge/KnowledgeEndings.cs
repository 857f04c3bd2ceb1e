namespace Alerts.Core.Knowledge;

/// <summary>A set of endings that aliases refer to by its name.</summary>
internal sealed record KnowledgeEndings(string Name, KnowledgePosition Position, string[] Endings);
