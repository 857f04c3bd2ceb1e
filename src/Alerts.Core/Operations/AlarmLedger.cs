namespace Alerts.Core.Operations;

/// <summary>
/// What operators were told, in one row: an alarm is told once when it is raised and once when it clears, however often the timer
/// ticks. A report is written here before it is mailed and crossed out after: a crash in between mails the same one, by the same id.
/// </summary>
public sealed record AlarmLedger
{
    public static AlarmLedger Empty { get; } = new();

    /// <summary>As they stood when they were raised.</summary>
    public IReadOnlyList<Alarm> Open { get; init; } = [];

    /// <summary>Decided, and not yet known to be told.</summary>
    public AlarmReport? Pending { get; init; }

    /// <summary>Queues whose oldest message was too old at the last look, and since when: one look alone may have met a delayed message.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Late { get; init; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>The store's concurrency stamp; null where nothing is stored yet.</summary>
    public string? Version { get; init; }
}
