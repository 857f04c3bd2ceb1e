using System.Globalization;

namespace Alerts.Infrastructure.Email.Views;

/// <summary>Times in mails: UTC, with the date where it is not the day of sending.</summary>
internal static class MailTime
{
    public static string Short(DateTimeOffset at, DateTimeOffset sentAt) =>
        at.UtcDateTime.ToString(at.UtcDateTime.Date == sentAt.UtcDateTime.Date ? "HH:mm" : "d MMM HH:mm", CultureInfo.InvariantCulture);

    public static string Whole(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset at) => at.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"published 09:12 → seen 09:14 → sent 09:14 UTC, 24 Nov 2026". A publisher who states no time is passed over.</summary>
    public static string Latency(DateTimeOffset? publishedAt, DateTimeOffset seenAt, DateTimeOffset sentAt)
    {
        var published = publishedAt is { } at ? $"published {Short(at, sentAt)} → " : "";
        return $"{published}seen {Short(seenAt, sentAt)} → sent {Short(sentAt, sentAt)} UTC, {Date(sentAt.ToUniversalTime())}";
    }
}
