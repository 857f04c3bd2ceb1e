namespace Alerts.Core.Subscriptions;

/// <summary>Instants seen from a subscriber's time zone, over daylight-saving changes.</summary>
public static class LocalTime
{
    public static bool IsKnownZone(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) && (zone.Contains('/', StringComparison.Ordinal) || zone == "UTC");

    /// <summary>The day that the zone's calendars show.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, string zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, ZoneOf(zone)).DateTime);

    /// <summary>The last instant at or before <paramref name="instant"/> when the zone's clocks showed a full hour.</summary>
    public static DateTimeOffset LastFullHour(DateTimeOffset instant, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, ZoneOf(zone));
        return instant.ToUniversalTime().AddTicks(-(local.Ticks % TimeSpan.TicksPerHour));
    }

    public static bool IsQuiet(QuietHours quiet, DateTimeOffset instant, string zone)
    {
        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, ZoneOf(zone)).DateTime);
        return quiet.From < quiet.Until ? local >= quiet.From && local < quiet.Until : local >= quiet.From || local < quiet.Until;
    }

    /// <summary>The last time at or before <paramref name="instant"/> when the zone's clocks showed <paramref name="at"/> on such a day.</summary>
    /// <param name="day">Null for every day.</param>
    public static DateTimeOffset LastAt(TimeOnly at, DayOfWeek? day, DateTimeOffset instant, string zone)
    {
        var info = ZoneOf(zone);
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, info).DateTime);
        for (; ; date = date.AddDays(-1))
        {
            var candidate = Resolve(date.ToDateTime(at), info);
            if (candidate <= instant && (day is null || date.DayOfWeek == day))
            {
                return candidate;
            }
        }
    }

    /// <summary>A local time that a clock change skips is taken at the change; one that comes twice, the first time.</summary>
    private static DateTimeOffset Resolve(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            var before = local;
            while (zone.IsInvalidTime(before))
            {
                before = before.AddMinutes(-1);
            }

            return new DateTimeOffset(before, zone.GetUtcOffset(before)).AddMinutes(1).ToUniversalTime();
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static TimeZoneInfo ZoneOf(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info) ? info : TimeZoneInfo.Utc;
}
