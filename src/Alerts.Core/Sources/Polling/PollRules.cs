using System.Globalization;
using Alerts.Core.Sources.WebSub;

namespace Alerts.Core.Sources.Polling;

/// <summary>
/// The state of a source after a poll: when to ask next (<see cref="PollSchedule"/>), how it is (<see cref="HealthRules"/>), where it
/// moved. What has been seen (<see cref="SourceState.Seen"/>) is the caller's to add: the rules still need what was seen before.
/// </summary>
public static class PollRules
{
    /// <summary>One wrong configuration of a server must not lead a source astray: a permanent redirect counts when it stays.</summary>
    public const int MovesToAdopt = 3;

    /// <summary>Where to poll: the address that the operator gave, or where it has permanently and repeatedly pointed.</summary>
    public static Uri? UrlOf(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.State is { MovedTo: { } moved, MovedCount: >= MovesToAdopt } ? moved : source.Url;
    }

    /// <param name="jitter">Dice, from 0 up to 1: spreads sources that were added at the same moment.</param>
    public static SourceState After(Source source, PollResult result, DateTimeOffset now, double jitter)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(result);
        var before = source.State with { LastPolledAt = now };
        return result switch
        {
            // A sitemap of the last two days' news may have none; any other empty list is a broken one.
            PollResult.Listed { Published.Count: 0 } when source.Kind is not SourceKind.Sitemap =>
                Failed(source, before, new(FetchFailure.HttpError, "answered, but lists no entries", 200), now, jitter),
            PollResult.Listed listed => Listed(source, before, listed, now, jitter),
            PollResult.NotModified same => Ok(source, before with { LastStatus = 304 }, null, same.FreshFor, now, jitter),
            PollResult.Unreadable unreadable => Failed(source, before, new(FetchFailure.Malformed, unreadable.Reason, 200), now, jitter),
            PollResult.Failed failed => Failed(source, before, failed.Failure, now, jitter),
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
    }

    private static SourceState Listed(Source source, SourceState before, PollResult.Listed listed, DateTimeOffset now, double jitter)
    {
        var dates = listed.Published.OfType<DateTimeOffset>().Select(date => date > now ? now : date).ToList();
        var newest = dates.Count == 0 ? (DateTimeOffset?)null : dates.Max();
        var gap = source.Kind == SourceKind.SanctionsList ? null : HealthRules.GapIn(before, listed, dates);
        var isFirst = before.LastNewEntryAt is null;
        var after = before with
        {
            LastStatus = 200,
            ETag = listed.ETag,
            LastModified = listed.LastModified,
            Hints = listed.Hints,
            Hub = UrlOf(source) is { } polled ? HubRules.Announced(before.Hub, listed.Hub, listed.Self, polled) : null,
            EntriesListed = listed.Published.Count,
            EntriesPerDay = Rhythm.EntriesPerDay(dates, now) ?? Rhythm.Learn(before, listed.New, now),
            // At the first poll everything is new, and tells nothing of how soon it was seen.
            Lags = isFirst ? before.Lags : LagSketch.Add(before.Lags, listed.NewPublished.Select(date => date > now ? TimeSpan.Zero : now - date)),
            NewestEntryAt = newest > before.NewestEntryAt || before.NewestEntryAt is null ? newest : before.NewestEntryAt,
            LastNewEntryAt = listed.New == 0 ? before.LastNewEntryAt : isFirst ? newest ?? now : now,
        };
        return Ok(source, Move(source, after, listed.MovedTo), gap, listed.FreshFor, now, jitter, HealthRules.WhatWasCut(listed));
    }

    private static SourceState Ok(Source source, SourceState before, string? gap, TimeSpan? freshFor, DateTimeOffset now, double jitter, string? note = null)
    {
        var after = before with { LastOkAt = now, ConsecutiveFailures = 0 };
        var (health, reason) = HealthRules.WhenAnswered(source, after, gap, now);
        reason ??= note;
        return Note(after with { NextPollAt = now + PollSchedule.AfterAnswer(source, after, freshFor, now, jitter) }, health, reason, now, isAnother: gap is not null);
    }

    private static SourceState Failed(Source source, SourceState before, FetchOutcome.Failed failure, DateTimeOffset now, double jitter)
    {
        var after = before with { LastStatus = failure.Status, ConsecutiveFailures = before.ConsecutiveFailures + 1 };
        if (after.MovedCount >= MovesToAdopt)
        {
            // The new address fails: the next poll asks the old one again.
            after = after with { MovedTo = null, MovedCount = 0 };
        }

        var (health, reason) = HealthRules.WhenFailed(source, after, failure, now);
        return Note(after with { NextPollAt = now + PollSchedule.AfterFailure(source, after, failure, health, jitter) }, health, reason, now);
    }

    private static SourceState Move(Source source, SourceState state, Uri? movedTo)
    {
        var adopted = state.MovedCount >= MovesToAdopt;
        if (movedTo is null)
        {
            return adopted ? state : state with { MovedTo = null, MovedCount = 0 };
        }

        // From https to http is no move to adopt, however permanent.
        if (source.Url?.Scheme == Uri.UriSchemeHttps && movedTo.Scheme != Uri.UriSchemeHttps)
        {
            return state;
        }

        return movedTo == state.MovedTo
            ? state with { MovedCount = Math.Min(state.MovedCount + 1, MovesToAdopt) }
            : state with { MovedTo = movedTo, MovedCount = 1 };
    }

    /// <param name="isAnother">The same trouble has happened once more: a second gap within a day is a change of its own.</param>
    private static SourceState Note(SourceState state, SourceHealth health, string? reason, DateTimeOffset now, bool isAnother = false) =>
        state.Health == health && !isAnother
            ? state with { Reason = reason }
            : state with
            {
                Health = health,
                Reason = reason,
                History = [new HealthChange(now, health, reason), .. state.History.Take(SourceState.HistoryLength - 1)],
            };

    /// <summary>A span as an operator says it: "40 minutes", "3 hours", "12 days".</summary>
    public static string InWords(TimeSpan span) => span switch
    {
        { TotalMinutes: < 90 } => Count(span.TotalMinutes, "minute"),
        { TotalHours: < 48 } => Count(span.TotalHours, "hour"),
        _ => Count(span.TotalDays, "day"),
    };

    private static string Count(double number, string unit)
    {
        var rounded = Math.Max(1, (long)Math.Round(number));
        return string.Create(CultureInfo.InvariantCulture, $"{rounded} {unit}{(rounded == 1 ? "" : "s")}");
    }
}
