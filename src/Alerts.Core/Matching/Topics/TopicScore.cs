namespace Alerts.Core.Matching.Topics;

public sealed record TopicScore(int Points, string Label, TopicExpression Expression, string Text);
