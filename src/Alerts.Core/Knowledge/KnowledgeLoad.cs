namespace Alerts.Core.Knowledge;

/// <summary>Knowledge as far as it could be read, and what was wrong with the rest.</summary>
public sealed record KnowledgeLoad(KnowledgeBase Knowledge, IReadOnlyList<KnowledgeIssue> Issues);
