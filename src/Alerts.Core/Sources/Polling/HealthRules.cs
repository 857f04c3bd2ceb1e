using System.Globalization;

namespace Alerts.Core.Sources.Polling;

/// <summary>How a source is, and why, in words for the operator.</summary>
public static class HealthRules
{
    /// <summary>Failing for so long, and so often, is no outage any more.</summary>
    private static readonly TimeSpan DeadAfter = TimeSpan.FromDays(3);
    private const int DeadAfterFailures = 10;

    /// <summary>A gap stays on show for a day, so that the daily report has it.</summary>
    private static readonly TimeSpan GapShown = TimeSpan.FromHours(24);

    /// <summary>Weekends and nights are no silence: three days for a source of some entries a day, one for a busy one.</summary>
    private static readonly TimeSpan ShortestSilence = TimeSpan.FromDays(3);
    private static readonly TimeSpan ShortestSilenceOfBusy = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromDays(30);
    private const double Busy = 24;

    /// <summary>
    /// Entries may have come and gone between two polls: nothing in the list was seen before, and the oldest listed is newer than the
    /// newest known. A list whose ids were merely changed has older dates and is none.
    /// </summary>
    /// <param name="dates">Of the entries listed, none in the future.</param>
    internal static string? GapIn(SourceState before, PollResult.Listed listed, List<DateTimeOffset> dates)
    {
        if (before.Seen.Count == 0 || listed.Published.Count == 0 || listed.New < listed.Published.Count)
        {
            return null;
        }

        if (before.NewestEntryAt is not { } newest || dates.Count == 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"all {listed.New} entries are new: earlier ones may have come and gone unseen");
        }

        var oldest = dates.Min();
        return oldest > newest
            ? $"entries may be missing between {Moment(newest)} and {Moment(oldest)}: the oldest listed is newer than the newest seen before"
            : null;
    }

    /// <summary>A healthy source may still list more than is taken of it.</summary>
    internal static string? WhatWasCut(PollResult.Listed listed) => listed.Missing is { } missing ? $"a part is missing: {missing}"
        : listed.Cut == 0 ? null
        : string.Create(CultureInfo.InvariantCulture, $"lists {listed.Published.Count + listed.Cut} entries: the newest {listed.Published.Count} are taken, {listed.Cut} left out");

    internal static (SourceHealth Health, string? Reason) WhenAnswered(Source source, SourceState state, string? gap, DateTimeOffset now)
    {
        if (gap is not null)
        {
            return (SourceHealth.Gap, gap);
        }

        if (state.Health == SourceHealth.Gap && state.History is [var last, ..] && now - last.At < GapShown)
        {
            return (SourceHealth.Gap, state.Reason);
        }

        if (state.LastNewEntryAt is { } latest && now - latest > AllowedSilence(source, state))
        {
            return (SourceHealth.Silent, source.ExpectedMaxSilence is { } expected
                ? $"nothing new for {PollRules.InWords(now - latest)}, {PollRules.InWords(expected)} at most are expected"
                : $"nothing new for {PollRules.InWords(now - latest)}, where {PerDay(state.EntriesPerDay)} are usual");
        }

        return (SourceHealth.Healthy, null);
    }

    internal static (SourceHealth Health, string Reason) WhenFailed(Source source, SourceState state, FetchOutcome.Failed failure, DateTimeOffset now)
    {
        if (failure.Failure == FetchFailure.Gone)
        {
            return (SourceHealth.Dead, failure.Reason);
        }

        var since = state.LastOkAt ?? (source.AddedAt == default ? now : source.AddedAt);
        return state.ConsecutiveFailures >= DeadAfterFailures && now - since > DeadAfter
            ? (SourceHealth.Dead, $"failing for {PollRules.InWords(now - since)}: {failure.Reason}")
            : (SourceHealth.Degraded, failure.Reason);
    }

    internal static TimeSpan AllowedSilence(Source source, SourceState state)
    {
        if (source.ExpectedMaxSilence is { } expected)
        {
            return expected;
        }

        if (state.EntriesPerDay <= 0)
        {
            return LongestSilence;
        }

        var ten = TimeSpan.FromDays(Math.Min(10 / state.EntriesPerDay, LongestSilence.TotalDays));
        var least = state.EntriesPerDay >= Busy ? ShortestSilenceOfBusy : ShortestSilence;
        return ten > least ? ten : least;
    }

    private static string PerDay(double entries) => entries >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{entries:0} entries a day")
        : string.Create(CultureInfo.InvariantCulture, $"{entries * 7:0.#} entries a week");

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";
}
