namespace Alerts.Core.Sources.Polling;

/// <summary>
/// How long after their publication a source's entries are first seen, as a histogram that fits into the source's row: each bucket ends
/// 1.41 times later than the one before, from 15 seconds to four days, so a percentile is right within a fifth. It forgets half of what
/// it knows whenever it knows much, so that it tells of the last weeks.
/// </summary>
public static class LagSketch
{
    /// <summary>Older than this when first seen is an archive, not news that came late.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(4);

    private const int Buckets = 30;
    private const int Enough = 500;
    private const double FirstSeconds = 15;

    public static IReadOnlyList<int> Add(IReadOnlyList<int> sketch, IEnumerable<TimeSpan> lags)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        ArgumentNullException.ThrowIfNull(lags);
        int[]? counts = null;
        foreach (var lag in lags.Where(lag => lag <= Longest))
        {
            if (counts is null)
            {
                counts = new int[Buckets];
                for (var i = 0; i < Math.Min(sketch.Count, Buckets); i++)
                {
                    counts[i] = sketch[i];
                }
            }

            counts[BucketOf(lag)]++;
        }

        return counts is null ? sketch : counts.Sum() <= Enough ? counts : [.. counts.Select(count => (count + 1) / 2)];
    }

    public static int CountOf(IReadOnlyList<int> sketch) => sketch.Sum();

    /// <returns>Null where nothing was counted.</returns>
    public static TimeSpan? Percentile(IReadOnlyList<int> sketch, double share)
    {
        ArgumentNullException.ThrowIfNull(sketch);
        var rank = (int)Math.Ceiling(share * sketch.Sum());
        var reached = 0;
        for (var i = 0; i < sketch.Count && rank > 0; i++)
        {
            reached += sketch[i];
            if (reached >= rank)
            {
                return TimeSpan.FromSeconds(i == 0 ? FirstSeconds / 2 : Math.Sqrt(EndOf(i - 1) * EndOf(i)));
            }
        }

        return null;
    }

    private static int BucketOf(TimeSpan lag) => lag.TotalSeconds <= FirstSeconds
        ? 0
        : Math.Clamp((int)Math.Ceiling(2 * Math.Log2(lag.TotalSeconds / FirstSeconds)), 0, Buckets - 1);

    private static double EndOf(int bucket) => FirstSeconds * Math.Pow(2, bucket / 2.0);
}
