namespace Alerts.Core.Matching.Topics;

/// <summary>Something that can be mentioned.</summary>
/// <param name="Value">A concept's id, a kind, or the words.</param>
public sealed record TopicTerm(TopicTermKind Kind, string Value, TopicPosition Position)
{
    internal string Key => $"{Kind}:{Value}";
}
