using System.Globalization;

namespace Alerts.Core.Operations;

/// <summary>
/// Which queues do not move. A message that was sent with a delay is old when it appears and gone a second later, so a queue counts as
/// stuck when its head is too old at two looks in a row.
/// </summary>
public static class QueueAlarms
{
    public static readonly TimeSpan OldestAllowed = TimeSpan.FromMinutes(5);

    /// <summary>The queues whose head is too old now, with when that was first seen.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> Late(
        IReadOnlyList<QueueReading> readings, IReadOnlyDictionary<string, DateTimeOffset> before, DateTimeOffset now) => readings
        .Where(reading => now - reading.OldestAt > OldestAllowed)
        .ToDictionary(reading => reading.Queue, reading => before.TryGetValue(reading.Queue, out var since) ? since : now);

    public static IEnumerable<Alarm> Of(
        IReadOnlyList<QueueReading> readings, IReadOnlyDictionary<string, DateTimeOffset> late, IReadOnlyList<Alarm> open, DateTimeOffset now)
    {
        foreach (var reading in readings)
        {
            if (late.TryGetValue(reading.Queue, out var since) && since < now && reading.OldestAt is { } oldest)
            {
                yield return Raise($"queue/{reading.Queue}", AlarmKind.Stuck, $"Queue {reading.Queue}", string.Create(
                    CultureInfo.InvariantCulture,
                    $"the oldest message has waited for {(now - oldest).TotalMinutes:0} minutes, {reading.Waiting} are in the queue: nobody takes them, or too few"));
            }

            if (reading.DeadLetters > 0)
            {
                yield return Raise($"poison/{reading.Queue}", AlarmKind.DeadLetters, $"Queue {reading.Queue}", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{reading.DeadLetters} {(reading.DeadLetters == 1 ? "message has" : "messages have")} failed five times. See why: alerts deadletters list; try again: alerts deadletters replay"));
            }
        }

        Alarm Raise(string key, AlarmKind kind, string subject, string reason) =>
            new(key, kind, subject, reason, open.FirstOrDefault(alarm => alarm.Key == key && alarm.Kind == kind)?.Since ?? now);
    }
}
