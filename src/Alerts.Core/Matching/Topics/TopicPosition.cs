namespace Alerts.Core.Matching.Topics;

/// <summary>A place in a topic's text; lines and columns count from one.</summary>
public readonly record struct TopicPosition(int Offset, int Line, int Column)
{
    public override string ToString() => $"line {Line}, column {Column}";
}
