using Alerts.Core.Sources;
using Alerts.Core.Sources.Polling;

namespace Alerts.Web.Api.Views;

/// <summary>How long after their publication this source's entries were first seen, lately; right within a fifth.</summary>
/// <param name="Count">Of how many entries.</param>
public sealed record SourceLag(int Count, double P50Seconds, double P95Seconds)
{
    /// <returns>Null where nothing was counted yet.</returns>
    public static SourceLag? Of(SourceState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return LagSketch.Percentile(state.Lags, 0.50) is { } half && LagSketch.Percentile(state.Lags, 0.95) is { } most
            ? new SourceLag(LagSketch.CountOf(state.Lags), Math.Round(half.TotalSeconds), Math.Round(most.TotalSeconds))
            : null;
    }
}
