namespace Alerts.Core.Matching.Topics;

internal readonly record struct TopicToken(TopicTokenKind Kind, string Text, TopicPosition Position)
{
    public string Described => Kind switch
    {
        TopicTokenKind.End => "end of the rule",
        TopicTokenKind.LineEnd => "end of the line",
        TopicTokenKind.Words => $"\"{Text}\"",
        _ => $"'{Text}'",
    };
}
