namespace Alerts.Core.Sources.Polling;

/// <summary>How often a source publishes.</summary>
public static class Rhythm
{
    /// <summary>The newest entries that are looked at: more would remember how busy last month was.</summary>
    private const int Sample = 20;

    /// <summary>Entries published in one go say little about a day.</summary>
    private static readonly TimeSpan ShortestSpan = TimeSpan.FromMinutes(10);

    /// <summary>
    /// From the dates that the source gives: how many entries since the sample's oldest, up to now; a source that fell asleep thus slows down.
    /// </summary>
    /// <returns>Null with fewer than three dates.</returns>
    public static double? EntriesPerDay(IEnumerable<DateTimeOffset> published, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(published);
        var newest = published.OrderDescending().Take(Sample).ToList();
        if (newest.Count < 3)
        {
            return null;
        }

        var span = now - newest[^1];
        return newest.Count / (span > ShortestSpan ? span : ShortestSpan).TotalDays;
    }

    /// <summary>For sources without dates, from what each poll brought: an average that forgets half within a week.</summary>
    public static double Learn(SourceState state, int newEntries, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.LastOkAt is not { } last || now <= last)
        {
            return state.EntriesPerDay;
        }

        var days = (now - last).TotalDays;
        var kept = Math.Pow(0.5, days / 7);
        return state.EntriesPerDay * kept + newEntries / days * (1 - kept);
    }
}
