namespace Alerts.Core.Sources;

public enum SourceHealth
{
    /// <summary>Not polled yet.</summary>
    New,
    Healthy,

    /// <summary>The last polls failed, but not for long.</summary>
    Degraded,

    /// <summary>Answers, but has listed nothing new for longer than its rhythm allows.</summary>
    Silent,

    /// <summary>Its oldest entry was newer than the newest seen before: entries may have come and gone unseen.</summary>
    Gap,

    /// <summary>Gone (410), or failing for days.</summary>
    Dead,
}
