namespace Alerts.Core.Operations;

public static class Percentile
{
    /// <summary>By nearest rank.</summary>
    /// <returns>Null of nothing.</returns>
    public static TimeSpan? Of(IEnumerable<TimeSpan> spans, double share)
    {
        var ordered = spans.Order().ToArray();
        return ordered.Length == 0 ? null : ordered[(int)Math.Ceiling(share * ordered.Length) - 1];
    }
}
