namespace Alerts.Core.Matching.Topics;

internal readonly record struct TopicToken(TopicTokenKind Kind, string Text, TopicPosition Position)
{
    public string Described => Kind switch
    {
        TopicTokenKind.End => "the end",
        TopicTokenKind.LineEnd => "the end of the line",
        TopicTokenKind.Words => $"\"{Text}\"",
        _ => $"'{Text}'",
    };
}
