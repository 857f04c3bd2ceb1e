namespace Alerts.Core.Knowledge;

/// <summary>A knowledge file as text: where it came from is the caller's matter.</summary>
public sealed record KnowledgeText(string File, string Text);
