namespace Alerts.Core.Matching.Topics;

internal enum TopicTokenKind
{
    Name,
    Number,
    Words,
    Open,
    Close,
    Comma,
    LineEnd,
    End,

    /// <summary>A quotation that does not end on its line.</summary>
    Unclosed,
}
