using Alerts.Core.Subscriptions;

namespace Alerts.Core.Alerting;

/// <summary>
/// When what is held for a subscription goes out. The answer is the scheduled instant, not the time of the tick: two ticks at
/// once and a tick that comes an hour late make the same digest.
/// </summary>
public static class DigestSchedule
{
    /// <returns>The latest scheduled instant at or before <paramref name="now"/>; null while quiet hours last.</returns>
    public static DateTimeOffset? LastDue(Subscription subscription, DateTimeOffset now) => subscription.Cadence switch
    {
        Cadence.Hourly => new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero),
        Cadence.Daily => LocalTime.LastAt(subscription.DigestAt, day: null, now, subscription.TimeZone),
        Cadence.Weekly => LocalTime.LastAt(subscription.DigestAt, subscription.DigestDay, now, subscription.TimeZone),
        _ => subscription.QuietHours is { } quiet
            ? LocalTime.IsQuiet(quiet, now, subscription.TimeZone) ? null : LocalTime.LastAt(quiet.Until, day: null, now, subscription.TimeZone)
            : now,
    };
}
