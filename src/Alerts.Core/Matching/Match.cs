namespace Alerts.Core.Matching;

/// <summary>A topic decided on an article.</summary>
/// <param name="Kind">What kind of news it is, for stories and alerts: attack, attribution, laundering, ... or retrospective.</param>
public sealed record Match(string TopicId, int TopicVersion, bool Matched, int Score, Explanation Explanation, NewsKind Kind = NewsKind.NewEvent)
{
    /// <summary>Whose own topic it is; null for a built-in one.</summary>
    public TopicOwner? Owner { get; init; }
}

/// <param name="TopicName">As the owner calls it.</param>
public sealed record TopicOwner(string Id, string TopicName);
