namespace Alerts.Core.Matching.Topics;

/// <summary>Leaves the recursive parser at the first error; never leaves <see cref="TopicParser"/>.</summary>
internal sealed class TopicSyntaxException(TopicError error) : Exception(error.Message)
{
    public TopicError Error { get; } = error;
}
