namespace Alerts.Core.Matching.Topics;

/// <summary>Why a topic's text cannot be used: where, what stands there, and what was expected instead.</summary>
public sealed record TopicError(TopicPosition Position, string Message, string? Expected = null)
{
    public override string ToString() => Expected is null ? $"{Position}: {Message}" : $"{Position}: {Message}; expected {Expected}";
}
