namespace Alerts.Core.Matching.Topics;

/// <param name="End">Offset behind it, and behind its closing quotation mark.</param>
internal readonly record struct TopicToken(TopicTokenKind Kind, string Text, TopicPosition Position, int End)
{
    /// <summary>Whether it is a word of the language, which knows no case.</summary>
    public bool Is(string word) => Kind == TopicTokenKind.Name && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The one of some words that it is; null where it is none of them.</summary>
    public string? OneOf(IEnumerable<string> words)
    {
        var token = this;
        return words.FirstOrDefault(token.Is);
    }

    public string Described => Kind switch
    {
        TopicTokenKind.End => "end of the rule",
        TopicTokenKind.LineEnd => "end of the line",
        TopicTokenKind.Words => $"\"{Text}\"",
        _ => $"'{Text}'",
    };
}
