namespace Alerts.Core.Matching.Topics;

public enum TopicTermKind
{
    /// <summary>concept:bybit</summary>
    Concept,

    /// <summary>kind:victim</summary>
    Kind,

    /// <summary>under:north-korea: the concept and all that count under it.</summary>
    Under,

    /// <summary>"words as they stand"</summary>
    Words,
}
