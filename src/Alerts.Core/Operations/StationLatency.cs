namespace Alerts.Core.Operations;

/// <summary>How long the way from one station to the next took.</summary>
public sealed record StationLatency(double P50Seconds, double P95Seconds)
{
    /// <returns>Null where nothing went this way.</returns>
    public static StationLatency? Of(IReadOnlyCollection<TimeSpan> times) => Percentile.Of(times, 0.50) is { } half && Percentile.Of(times, 0.95) is { } most
        ? new StationLatency(Math.Round(half.TotalSeconds, 1), Math.Round(most.TotalSeconds, 1))
        : null;
}
