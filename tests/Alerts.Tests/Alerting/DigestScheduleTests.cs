using Alerts.Core.Alerting;
using Alerts.Core.Subscriptions;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Alerting;

/// <summary>Digests and quiet hours over clock changes, leap days and odd zones.</summary>
public sealed class DigestScheduleTests
{
    public static TheoryData<string, Cadence, string, string, string> Instants => new()
    {
        // The clocks go from 02:00 to 03:00: 02:30 is not, and the digest comes at the change; the next day as ever.
        { "Europe/Berlin", Cadence.Daily, "02:30", "2026-03-29T00:59:59Z", "2026-03-28T01:30:00Z" },
        { "Europe/Berlin", Cadence.Daily, "02:30", "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z" },
        { "Europe/Berlin", Cadence.Daily, "02:30", "2026-03-30T00:30:00Z", "2026-03-30T00:30:00Z" },

        // The clocks go from 03:00 back to 02:00: 02:30 is twice, and the digest comes the first time only.
        { "Europe/Berlin", Cadence.Daily, "02:30", "2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z" },
        { "Europe/Berlin", Cadence.Daily, "02:30", "2026-10-25T01:30:00Z", "2026-10-25T00:30:00Z" },
        { "Europe/Berlin", Cadence.Daily, "02:30", "2026-10-26T01:30:00Z", "2026-10-26T01:30:00Z" },

        // By half an hour only, and at midnight.
        { "Australia/Lord_Howe", Cadence.Daily, "02:15", "2026-10-03T15:45:00Z", "2026-10-03T15:30:00Z" },
        { "Asia/Beirut", Cadence.Daily, "00:00", "2026-03-28T22:00:00Z", "2026-03-28T22:00:00Z" },

        { "Asia/Seoul", Cadence.Daily, "08:00", "2028-02-29T23:00:00Z", "2028-02-29T23:00:00Z" },
        { "Asia/Seoul", Cadence.Daily, "08:00", "2028-02-29T22:59:00Z", "2028-02-28T23:00:00Z" },
        { "Etc/UTC", Cadence.Weekly, "08:00", "2028-02-29T09:00:00Z", "2028-02-28T08:00:00Z" },
        { "Asia/Kathmandu", Cadence.Weekly, "08:00", "2026-03-16T02:15:00Z", "2026-03-16T02:15:00Z" },
        { "Asia/Kathmandu", Cadence.Weekly, "08:00", "2026-03-16T02:14:59Z", "2026-03-09T02:15:00Z" },

        { "Asia/Kathmandu", Cadence.Hourly, "08:00", "2026-03-16T02:20:00Z", "2026-03-16T02:15:00Z" },
        { "Asia/Kolkata", Cadence.Hourly, "08:00", "2026-03-16T02:29:00Z", "2026-03-16T01:30:00Z" },
        { "Europe/Berlin", Cadence.Hourly, "08:00", "2026-10-25T01:59:00Z", "2026-10-25T01:00:00Z" },
    };

    [Theory]
    [MemberData(nameof(Instants))]
    public void The_last_scheduled_instant_is_by_the_readers_clocks(string zone, Cadence cadence, string at, string now, string due)
    {
        var subscription = Some.Subscription() with { Cadence = cadence, TimeZone = zone, DigestAt = TimeOnly.Parse(at, null), DigestDay = DayOfWeek.Monday };

        Assert.Equal(DateTimeOffset.Parse(due, null), DigestSchedule.LastDue(subscription, HoldReasons.Cadence, DateTimeOffset.Parse(now, null)));
    }

    [Theory]
    [InlineData("Asia/Kolkata", 330)]
    [InlineData("Asia/Kathmandu", 345)]
    public void Quiet_hours_across_midnight_hold_to_the_minute_while_clocks_change_elsewhere(string zone, int offsetMinutes)
    {
        var quiet = new QuietHours(new TimeOnly(22, 45), new TimeOnly(6, 15));
        foreach (var change in (string[])["2026-03-28T00:00:00Z", "2026-10-24T00:00:00Z"])
        {
            for (var minute = 0; minute < 3 * 24 * 60; minute++)
            {
                var now = DateTimeOffset.Parse(change, null).AddMinutes(minute);
                var ofDay = (int)(now.UtcDateTime.TimeOfDay.TotalMinutes + offsetMinutes) % (24 * 60);
                Assert.True(LocalTime.IsQuiet(quiet, now, zone) == (ofDay >= (22 * 60) + 45 || ofDay < (6 * 60) + 15), $"{now:O}");
            }
        }
    }

    [Fact]
    public void What_quiet_hours_held_goes_out_when_they_end_and_what_the_limit_held_with_the_days_digest()
    {
        var subscription = Some.Subscription() with { TimeZone = "Asia/Kolkata", QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(6, 30)), DigestAt = new TimeOnly(9, 0) };
        DateTimeOffset At(string local) => DateTimeOffset.Parse("2026-03-16T" + local + ":00+05:30", null);

        Assert.Null(DigestSchedule.LastDue(subscription, HoldReasons.QuietHours, At("06:29")));
        Assert.Equal(At("06:30"), DigestSchedule.LastDue(subscription, HoldReasons.QuietHours, At("07:30")));
        Assert.Equal(At("09:00").AddDays(-1), DigestSchedule.LastDue(subscription, HoldReasons.CoolDown, At("07:30")));
        Assert.Equal(At("09:00"), DigestSchedule.LastDue(subscription, HoldReasons.CoolDown, At("10:00")));
    }

    [Theory]
    [InlineData("Europe/Berln", "Europe/Berlin")]
    [InlineData("berlin", "Europe/Berlin")]
    [InlineData("Asia/Soul", "Asia/Seoul")]
    [InlineData("New York", "America/New_York")]
    public void An_unknown_zone_is_refused_with_the_nearest_names(string given, string offered)
    {
        var (_, errors) = PreferenceRules.Apply(Some.Subscription(), new Preferences { TimeZone = given }, ["dprk-crypto"]);

        var error = Assert.Single(errors);
        Assert.Equal("timeZone", error.Field);
        Assert.Contains(offered, error.Message, StringComparison.Ordinal);
    }
}
