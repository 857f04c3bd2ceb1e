namespace Alerts.Core.Operations;

public enum AlarmKind
{
    /// <summary>A source answers and lists nothing new for longer than its rhythm allows.</summary>
    Silent,

    /// <summary>Entries of a source may have come and gone unseen.</summary>
    Gap,

    /// <summary>A source is gone, or has been failing for days.</summary>
    Dead,

    /// <summary>Most sources fail at once: it is rather our own network.</summary>
    Blind,

    /// <summary>Messages wait that nobody takes.</summary>
    Stuck,

    /// <summary>Messages failed five times and lie in a poison queue.</summary>
    DeadLetters,
}
