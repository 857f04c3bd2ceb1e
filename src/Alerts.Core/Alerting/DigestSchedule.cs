using Alerts.Core.Subscriptions;

namespace Alerts.Core.Alerting;

/// <summary>
/// When what is held for a subscription goes out. The answer is the scheduled instant, not the time of the tick: two ticks at
/// once and a tick that comes an hour late make the same digest.
/// </summary>
public static class DigestSchedule
{
    /// <param name="reason">Why it is held: who is told at once gets what quiet hours held when they end, and the rest with the day's digest.</param>
    /// <returns>The latest scheduled instant at or before <paramref name="now"/>; null while quiet hours last.</returns>
    public static DateTimeOffset? LastDue(Subscription subscription, string reason, DateTimeOffset now) => subscription.Cadence switch
    {
        // The zone's own hours: some are half an hour or a quarter beside UTC's.
        Cadence.Hourly => LocalTime.LastFullHour(now, subscription.TimeZone),
        Cadence.Weekly => LocalTime.LastAt(subscription.DigestAt, subscription.DigestDay, now, subscription.TimeZone),
        Cadence.Immediate when reason is not (HoldReasons.CoolDown or HoldReasons.Demoted) => EndOfQuiet(subscription, now),
        _ => LocalTime.LastAt(subscription.DigestAt, day: null, now, subscription.TimeZone),
    };

    /// <summary>Whether anything may be due that was held then or later, for whatever reason.</summary>
    public static bool MayBeDue(Subscription subscription, DateTimeOffset since, DateTimeOffset now) =>
        since <= LastDue(subscription, HoldReasons.Demoted, now) || (subscription.Cadence == Cadence.Immediate && since <= LastDue(subscription, HoldReasons.QuietHours, now));

    private static DateTimeOffset? EndOfQuiet(Subscription subscription, DateTimeOffset now) => subscription.QuietHours is not { } quiet ? now
        : LocalTime.IsQuiet(quiet, now, subscription.TimeZone) ? null
        : LocalTime.LastAt(quiet.Until, day: null, now, subscription.TimeZone);
}
