namespace Alerts.Web.Health;

/// <param name="Count">Of how many.</param>
public sealed record Percentiles(int Count, double P50Seconds, double P95Seconds, double MaxSeconds)
{
    /// <summary>By nearest rank.</summary>
    /// <returns>Null where there is nothing to count.</returns>
    public static Percentiles? Of(IEnumerable<TimeSpan> spans)
    {
        var seconds = spans.Select(span => Math.Round(Math.Max(0, span.TotalSeconds), 3)).Order().ToArray();
        return seconds.Length == 0 ? null : new Percentiles(seconds.Length, At(seconds, 0.50), At(seconds, 0.95), seconds[^1]);
    }

    private static double At(double[] ordered, double share) => ordered[(int)Math.Ceiling(share * ordered.Length) - 1];
}
