namespace Alerts.Core.Operations;

/// <summary>Something that an operator has to know and may have to mend.</summary>
/// <param name="Key">What it is about: <c>source/ID</c>, <c>queue/NAME</c>; of one thing there is one alarm at a time.</param>
/// <param name="Subject">The same as a person calls it.</param>
/// <param name="Since">With key and kind, what makes the occurrence: the same trouble a week later is another.</param>
public sealed record Alarm(string Key, AlarmKind Kind, string Subject, string Reason, DateTimeOffset Since)
{
    public bool IsSameAs(Alarm other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Key == other.Key && Kind == other.Kind && Since == other.Since;
    }
}
