using System.Globalization;

namespace Alerts.Core.Operations;

/// <summary>What one look at the system found changed: what is told in one mail.</summary>
/// <param name="Id">Derived from the occurrences.</param>
public sealed record AlarmReport(string Id, DateTimeOffset At, IReadOnlyList<Alarm> Raised, IReadOnlyList<Alarm> Cleared)
{
    /// <returns>Null where nothing changed.</returns>
    public static AlarmReport? Of(DateTimeOffset at, IReadOnlyList<Alarm> raised, IReadOnlyList<Alarm> cleared) => raised.Count + cleared.Count == 0
        ? null
        : new AlarmReport(DerivedId.Of([.. Names("raised", raised), .. Names("cleared", cleared), at.UtcTicks.ToString(CultureInfo.InvariantCulture)]), at, raised, cleared);

    private static IEnumerable<string> Names(string change, IEnumerable<Alarm> alarms) => alarms
        .OrderBy(alarm => alarm.Key, StringComparer.Ordinal)
        .Select(alarm => string.Create(CultureInfo.InvariantCulture, $"{change} {alarm.Key} {alarm.Kind} {alarm.Since.UtcTicks}"));
}
