namespace Alerts.Core.Matching.Topics;

/// <summary>A topic, or what is wrong with its text.</summary>
public abstract record TopicParse
{
    private TopicParse()
    {
    }

    public sealed record Parsed(Topic Topic) : TopicParse;

    public sealed record Failed(IReadOnlyList<TopicError> Errors) : TopicParse;
}
