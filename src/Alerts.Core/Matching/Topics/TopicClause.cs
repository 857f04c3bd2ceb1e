namespace Alerts.Core.Matching.Topics;

/// <param name="Label">What a reader is told that it stands for; null where the expression speaks for itself.</param>
/// <param name="Text">As written.</param>
public sealed record TopicClause(string? Label, TopicExpression Expression, string Text);
