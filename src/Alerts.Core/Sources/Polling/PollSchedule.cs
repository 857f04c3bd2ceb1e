using Alerts.Core.Sources.WebSub;

namespace Alerts.Core.Sources.Polling;

/// <summary>
/// How long until the next poll. The source's rhythm proposes, what the publisher asks for may lengthen it, the risk of losing
/// entries shortens it again, and everything stays between a minute and a day:
/// <code>
///   rhythm   an eighth of the mean time between entries, 5 to 20 minutes; an hour where less than one a week comes
///   asked    the longest of ttl, sy:update*, Cache-Control/Expires; an hour while a hub pushes
///   safe     a quarter of the time in which the whole list turns over: each entry is met about four times
///   interval = min(max(rhythm, asked), safe), and never in hours or on days to skip
/// </code>
/// Failures double from 5 minutes on, and a Retry-After is kept in any case.
/// </summary>
public static class PollSchedule
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private static readonly TimeSpan Busy = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Asleep = TimeSpan.FromHours(1);
    /// <summary>News comes by itself; polling only proves it.</summary>
    private static readonly TimeSpan Pushed = TimeSpan.FromHours(1);

    /// <summary>Thirty megabytes that change some times a week.</summary>
    private static readonly TimeSpan OfLists = TimeSpan.FromHours(1);

    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(15);

    /// <summary>What is unreachable may be our own network: when that is back, nobody should wait for hours.</summary>
    private static readonly TimeSpan LongestUnreachable = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestFailing = TimeSpan.FromHours(6);

    /// <summary>410 means stop, but one given by mistake must not lose a source for good.</summary>
    private static readonly TimeSpan Gone = TimeSpan.FromDays(30);

    public static TimeSpan AfterAnswer(Source source, SourceState state, TimeSpan? freshFor, DateTimeOffset now, double jitter)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(state);
        if (source.Interval is { } own)
        {
            return Spread(own, jitter);
        }

        var interval = Max(FromRhythm(state.EntriesPerDay), Asked(state.Hints, freshFor));
        if (source.Kind == SourceKind.SanctionsList)
        {
            return Spread(Max(interval, OfLists), jitter);
        }

        if (HubRules.IsTrusted(state.Hub, now))
        {
            interval = Max(interval, Pushed);
        }

        if (state is { EntriesPerDay: > 0, EntriesListed: > 0 })
        {
            var turnover = TimeSpan.FromDays(Math.Min(state.EntriesListed / state.EntriesPerDay, 365));
            interval = Min(interval, turnover / 4);
        }

        var wait = Spread(interval, jitter);
        return PastSkipped(now, now + wait, state.Hints) - now;
    }

    public static TimeSpan AfterFailure(Source source, SourceState state, FetchOutcome.Failed failure, SourceHealth health, double jitter)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(failure);
        if (failure.Failure == FetchFailure.Gone)
        {
            return Gone;
        }

        var unreachable = failure.Failure is FetchFailure.Unreachable or FetchFailure.TimedOut;
        if (health == SourceHealth.Dead)
        {
            return Spread(Max(unreachable ? LongestFailing : Longest, failure.RetryAfter), jitter);
        }

        var doubled = Busy * Math.Pow(2, Math.Clamp(state.ConsecutiveFailures - 1, 0, 10));
        var wait = Min(doubled, unreachable ? LongestUnreachable : LongestFailing);
        return Spread(Max(Max(wait, source.Interval), failure.RetryAfter), jitter, neverShorter: failure.RetryAfter is not null);
    }

    private static TimeSpan FromRhythm(double entriesPerDay) => entriesPerDay switch
    {
        <= 0 => Unknown,
        < 1.0 / 7 => Asleep,
        _ => Clamp(TimeSpan.FromDays(1 / entriesPerDay / 8), Busy, Usual),
    };

    private static TimeSpan? Asked(PollHints? hints, TimeSpan? freshFor)
    {
        // The common blog software writes "hourly, once" into every feed it serves: that is nobody's wish.
        var update = hints?.UpdateInterval == TimeSpan.FromHours(1) ? null : hints?.UpdateInterval;
        return new[] { hints?.Ttl, update, freshFor }.Max();
    }

    /// <summary>The first moment from <paramref name="due"/> on that is in no hour and on no day to skip; within a day, or skipping would be silence.</summary>
    private static DateTimeOffset PastSkipped(DateTimeOffset now, DateTimeOffset due, PollHints? hints)
    {
        if (hints is null or { SkipHours.Count: 0, SkipDays.Count: 0 })
        {
            return due;
        }

        var at = due.ToUniversalTime();
        while (hints.SkipHours.Contains(at.Hour) || hints.SkipDays.Contains(at.DayOfWeek))
        {
            at = new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
            if (at - now > Longest)
            {
                return now + Longest;
            }
        }

        return at;
    }

    /// <summary>A tenth more or less.</summary>
    private static TimeSpan Spread(TimeSpan interval, double jitter, bool neverShorter = false) =>
        Clamp(interval * (neverShorter ? 1 + 0.1 * jitter : 0.9 + 0.2 * jitter), Shortest, Longest);

    private static TimeSpan Clamp(TimeSpan value, TimeSpan least, TimeSpan most) => value < least ? least : value > most ? most : value;

    private static TimeSpan Max(TimeSpan one, TimeSpan? other) => other > one ? other.Value : one;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
