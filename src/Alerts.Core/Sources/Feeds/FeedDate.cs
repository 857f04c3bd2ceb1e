namespace Alerts.Core.Sources.Feeds;

/// <summary>
/// Dates as feeds write them. Two exact readers take the formats that nearly all feeds use (RFC 3339 and RFC 822); everything else goes
/// through <see cref="LooseDate"/>. Never throws; what has no zone is UTC; the result is always UTC.
/// </summary>
public static class FeedDate
{
    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset utc)
    {
        text = text.Trim();
        if (text.IsEmpty)
        {
            utc = default;
            return false;
        }

        return TryRfc3339(text, out utc) || TryRfc822(text, out utc) || LooseDate.TryParse(text, out utc);
    }

    public static DateTimeOffset? Parse(string? text) => TryParse(text, out var utc) ? utc : null;

    /// <summary>Puts the parts together; false when they are no moment that can be stored.</summary>
    internal static bool TryCompose(int year, int month, int day, int hour, int minute, int second, long ticks, int offsetMinutes, out DateTimeOffset utc)
    {
        utc = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 24 || minute is < 0 or > 59 || second is < 0 or > 60)
            return false;
        if (hour == 24 && (minute > 0 || second > 0))
            return false;
        if (day > DateTime.DaysInMonth(year, month) || Math.Abs(offsetMinutes) > 15 * 60)
            return false;
        // Leap seconds and 24:00 carry over; the offset may leave the calendar at its ends.
        var total = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks +
            ((hour * 3600L) + (minute * 60L) + second - (offsetMinutes * 60L)) * TimeSpan.TicksPerSecond + ticks;
        if (total < DateTime.MinValue.Ticks || total > DateTime.MaxValue.Ticks)
            return false;
        utc = new DateTimeOffset(total, TimeSpan.Zero);
        return true;
    }

    /// <summary><c>2026-11-23T18:00:00Z</c>, with fraction, with offset <c>+05:30</c>.</summary>
    private static bool TryRfc3339(ReadOnlySpan<char> text, out DateTimeOffset utc)
    {
        utc = default;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] is not ('T' or 't' or ' ') || text[13] != ':' || text[16] != ':')
            return false;
        if (!Digits(text[..4], out var year) || !Digits(text.Slice(5, 2), out var month) || !Digits(text.Slice(8, 2), out var day) ||
            !Digits(text.Slice(11, 2), out var hour) || !Digits(text.Slice(14, 2), out var minute) || !Digits(text.Slice(17, 2), out var second))
            return false;
        var rest = text[19..];
        var ticks = 0L;
        if (rest[0] is '.' or ',')
        {
            var length = 1;
            var unit = TimeSpan.TicksPerSecond / 10;
            for (; length < rest.Length && char.IsAsciiDigit(rest[length]); length++, unit /= 10)
                ticks += (rest[length] - '0') * unit;
            if (length == 1)
                return false;
            rest = rest[length..];
        }

        return TryZone(rest, out var offset) && TryCompose(year, month, day, hour, minute, second, ticks, offset, out utc);
    }

    /// <summary><c>Mon, 23 Nov 2026 18:00:00 +0000</c>, with or without weekday.</summary>
    private static bool TryRfc822(ReadOnlySpan<char> text, out DateTimeOffset utc)
    {
        utc = default;
        if (text.Length > 5 && text[3] == ',' && text[4] == ' ')
            text = text[5..];
        var dayDigits = text.Length > 2 && char.IsAsciiDigit(text[1]) ? 2 : 1;
        // Behind the day: " Nov 2026 18:00:00 Z"
        if (text.Length < dayDigits + 20 || !Digits(text[..dayDigits], out var day))
            return false;
        text = text[dayDigits..];
        if (text[0] != ' ' || text[4] != ' ' || text[9] != ' ' || text[12] != ':' || text[15] != ':' || text[18] != ' ')
            return false;
        var month = Months.AsSpan().IndexOf(text.Slice(1, 3), StringComparison.OrdinalIgnoreCase);
        if (month < 0 || month % 3 != 0 || !Digits(text.Slice(5, 4), out var year) ||
            !Digits(text.Slice(10, 2), out var hour) || !Digits(text.Slice(13, 2), out var minute) || !Digits(text.Slice(16, 2), out var second))
            return false;
        return TryZone(text[19..], out var offset) && TryCompose(year, (month / 3) + 1, day, hour, minute, second, 0, offset, out utc);
    }

    private static bool TryZone(ReadOnlySpan<char> zone, out int minutes)
    {
        minutes = 0;
        if (zone is "Z" or "z" or "GMT" or "UTC" or "UT")
            return true;
        if (zone.Length is not (5 or 6) || zone[0] is not ('+' or '-') || (zone.Length == 6 && zone[3] != ':'))
            return false;
        if (!Digits(zone.Slice(1, 2), out var hours) || !Digits(zone[^2..], out var rest) || rest > 59)
            return false;
        minutes = ((hours * 60) + rest) * (zone[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = (value * 10) + c - '0';
        }

        return true;
    }
}
