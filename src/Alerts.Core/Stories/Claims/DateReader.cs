using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Core.Matching.Reading;
using Alerts.Core.Sources.Feeds;

namespace Alerts.Core.Stories.Claims;

/// <summary>Finds days in a sentence: written out in eight languages, numbered, or told from the day of publication.</summary>
internal static partial class DateReader
{
    private const int FirstYear = 2009;

    private const int LeapYear = 2024;

    /// <summary>A day without its year is no older than this.</summary>
    private const int MaxAge = 330;

    /// <summary>The day of publication where its readers are: East Asia is half a day ahead of the clock that times are kept in.</summary>
    public static DateOnly LocalDay(DateTimeOffset when, string language) =>
        DateOnly.FromDateTime(when.ToUniversalTime().AddHours(language switch { "ko" or "ja" => 9, "zh" => 8, _ => 0 }).DateTime);

    public static IEnumerable<WrittenDate> Read(ClaimSentence sentence, DateOnly published, string language, bool relative)
    {
        var words = sentence.Words;
        var found = Explicit(words, published, language).Select(date => date with { Start = date.Start + sentence.Start }).ToList();
        if (!relative) return found;
        if (language is "ko" or "ja")
        {
            found.AddRange(from Match match in DayAlone().Matches(words)
                           let day = DayOfMonth(Number(match, "d"), published)
                           where day is not null
                           select new WrittenDate(day.Value, false, match.Index + sentence.Start, match.Length));
        }

        return found.Concat(
            from cue in sentence.Cues
            where cue.Note == ClaimCues.Day
            select new WrittenDate(RelativeTo(published, cue.Id["day-".Length..]), false, cue.Start, cue.End - cue.Start));
    }

    /// <summary>Days of the year that a text writes out, whichever the year.</summary>
    public static IEnumerable<(int Month, int Day)> DaysIn(string text, string language) =>
        from written in Written(text, language)
        where written.Month is >= 1 and <= 12 && written.Day >= 1 && written.Day <= DateTime.DaysInMonth(LeapYear, written.Month)
        select (written.Month, written.Day);

    private static IEnumerable<WrittenDate> Explicit(string words, DateOnly published, string language) =>
        from written in Written(words, language)
        let day = DayOf(Number(written.Match, "y"), written.Month, written.Day, published)
        where day is not null
        select new WrittenDate(day.Value, true, written.Match.Index, written.Match.Length);

    private static IEnumerable<(int Month, int Day, Match Match)> Written(string words, string language)
    {
        foreach (var (regex, named) in new[] { (Numeric(), false), (Ideographic(), false), (DayMonth(), true), (MonthDay(), true) })
        {
            foreach (Match match in regex.Matches(words))
            {
                // "Of whom 5 may be refunded": in English a month has a capital.
                if (named && language == "en" && char.IsLower(match.Groups["m"].ValueSpan[0])) continue;
                if ((named ? LooseDateWords.Month(match.Groups["m"].Value.ToLowerInvariant()) : Number(match, "m")) is { } month) yield return (month, Number(match, "d"), match);
            }
        }
    }

    private static int Number(Match match, string group) => WrittenDigits.Whole(match.Groups[group].ValueSpan) ?? 0;

    private static DateOnly? DayOf(int year, int month, int day, DateOnly published)
    {
        var latest = published.AddDays(1);
        var given = year > 0;
        if (!given) year = published.Year;
        if (month is < 1 or > 12 || year < FirstYear || year > latest.Year || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var date = new DateOnly(year, month, day);
        if (date > latest && !given && day <= DateTime.DaysInMonth(year - 1, month)) date = new DateOnly(year - 1, month, day);
        return date <= latest && (given || published.DayNumber - date.DayNumber <= MaxAge) ? date : null;
    }

    /// <summary>"27일": the last day of that number.</summary>
    private static DateOnly? DayOfMonth(int day, DateOnly published)
    {
        for (var back = 0; back <= 31; back++)
        {
            if (published.AddDays(-back) is var date && date.Day == day) return date;
        }

        return null;
    }

    private static DateOnly RelativeTo(DateOnly published, string day) => day switch
    {
        "today" => published,
        "yesterday" => published.AddDays(-1),
        _ => published.AddDays(-(((int)published.DayOfWeek - int.Parse(day, CultureInfo.InvariantCulture) + 7) % 7)),
    };

    [GeneratedRegex(@"(?<!\d)(?<y>[2２][0０]\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)")]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?:(?<!\d)(?<y>[2２][0０]\d\d)\s?[年년]\s?)?(?<!\d)(?<m>\d{1,2})\s?[月월]\s?(?<d>\d{1,2})\s?[日일号號]")]
    private static partial Regex Ideographic();

    [GeneratedRegex(@"(?<![\d.,])(?<d>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s(?:de\s|of\s)?(?<m>\p{L}{3,12})\.?(?:,?\s(?:de\s|del\s)?(?<y>[2２][0０]\d\d)(?!\d))?")]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b(?<m>\p{L}{3,12})\.?\s(?<d>\d{1,2})(?:st|nd|rd|th)?(?![\d.,]\d|\d)(?:,?\s(?<y>[2２][0０]\d\d)(?!\d))?")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"(?<![\d월月])(?<d>\d{1,2})\s?[日일](?![間間간째以目前後후전本])")]
    private static partial Regex DayAlone();
}
