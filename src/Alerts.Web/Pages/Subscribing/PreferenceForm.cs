using System.Globalization;
using Alerts.Core.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Alerts.Web.Pages.Subscribing;

/// <summary>Preferences as a form holds them: text, so that what was entered wrongly can be shown again.</summary>
public sealed record PreferenceForm
{
    private const string Clock = "HH':'mm";

    public IReadOnlyList<string> Topics { get; init; } = [];

    public string WatchWords { get; init; } = "";

    public string MinimumSeverity { get; init; } = "low";

    public IReadOnlyList<string> Languages { get; init; } = [];

    public string Cadence { get; init; } = nameof(Core.Subscriptions.Cadence.Immediate);

    public string TimeZone { get; init; } = "Etc/UTC";

    public string DigestAt { get; init; } = "08:00";

    public string DigestDay { get; init; } = nameof(DayOfWeek.Monday);

    public bool Quiet { get; init; }

    public string QuietFrom { get; init; } = "22:00";

    public string QuietUntil { get; init; } = "07:00";

    public bool ExceptCritical { get; init; } = true;

    public string MaxAlertsPerDay { get; init; } = "";

    public bool LimitExceptCritical { get; init; } = true;

    public static PreferenceForm Of(Subscription subscription) => new()
    {
        Topics = subscription.Topics,
        WatchWords = string.Join('\n', subscription.WatchWords),
        MinimumSeverity = subscription.MinimumSeverity,
        Languages = subscription.Languages,
        Cadence = subscription.Cadence.ToString(),
        TimeZone = subscription.TimeZone,
        DigestAt = subscription.DigestAt.ToString(Clock, CultureInfo.InvariantCulture),
        DigestDay = subscription.DigestDay.ToString(),
        Quiet = subscription.QuietHours is not null,
        QuietFrom = (subscription.QuietHours?.From ?? new TimeOnly(22, 0)).ToString(Clock, CultureInfo.InvariantCulture),
        QuietUntil = (subscription.QuietHours?.Until ?? new TimeOnly(7, 0)).ToString(Clock, CultureInfo.InvariantCulture),
        ExceptCritical = subscription.QuietHours?.ExceptCritical ?? true,
        MaxAlertsPerDay = subscription.MaxAlertsPerDay?.ToString(CultureInfo.InvariantCulture) ?? "",
        LimitExceptCritical = subscription.LimitExceptCritical,
    };

    public static PreferenceForm Read(IFormCollection form) => new()
    {
        Topics = [.. form["topics"].OfType<string>()],
        WatchWords = form["watchWords"].ToString(),
        MinimumSeverity = form["minimumSeverity"].ToString(),
        Languages = [.. form["languages"].OfType<string>()],
        Cadence = form["cadence"].ToString(),
        TimeZone = form["timeZone"].ToString().Trim(),
        DigestAt = form["digestAt"].ToString(),
        DigestDay = form["digestDay"].ToString(),
        Quiet = form.ContainsKey("quiet"),
        QuietFrom = form["quietFrom"].ToString(),
        QuietUntil = form["quietUntil"].ToString(),
        ExceptCritical = form.ContainsKey("exceptCritical"),
        MaxAlertsPerDay = form["maxAlertsPerDay"].ToString().Trim(),
        LimitExceptCritical = form.ContainsKey("limitExceptCritical"),
    };

    public Preferences ToPreferences(List<PreferenceError> errors)
    {
        var (from, until) = Quiet ? (Time("quietHours", QuietFrom, errors), Time("quietHours", QuietUntil, errors)) : (null, null);
        return new Preferences
        {
            Topics = Topics,
            WatchWords = [.. WatchWords.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            MinimumSeverity = MinimumSeverity,
            Languages = Languages,
            Cadence = OneOf<Cadence>("cadence", Cadence, errors),
            TimeZone = TimeZone,
            DigestAt = Time("digestAt", DigestAt, errors),
            DigestDay = OneOf<DayOfWeek>("digestDay", DigestDay, errors),
            QuietHours = from is { } start && until is { } end ? new QuietHours(start, end, ExceptCritical) : null,
            NoQuietHours = !Quiet,
            MaxAlertsPerDay = Number(MaxAlertsPerDay, errors),
            LimitExceptCritical = LimitExceptCritical,
        };
    }

    private static TimeOnly? Time(string field, string text, List<PreferenceError> errors)
    {
        if (TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time))
        {
            return time;
        }

        errors.Add(new(field, "must be a time of day, such as 08:00"));
        return null;
    }

    private static TEnum? OneOf<TEnum>(string field, string text, List<PreferenceError> errors)
        where TEnum : struct, Enum
    {
        if (Enum.TryParse<TEnum>(text, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        errors.Add(new(field, "must be one of those offered"));
        return null;
    }

    private static int? Number(string text, List<PreferenceError> errors)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        errors.Add(new("maxAlertsPerDay", "must be a whole number"));
        return null;
    }
}
