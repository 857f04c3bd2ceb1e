using Alerts.Core.Sources;

namespace Alerts.Web.Pages;

/// <summary>How the watching does, in four numbers.</summary>
public sealed record SourcesSummary(int Watched, int Healthy, int Troubled, DateTimeOffset? LastPolledAt)
{
    public static SourcesSummary Of(IReadOnlyList<Source> sources)
    {
        var watched = sources.Where(source => source is { Enabled: true, Kind: not SourceKind.Caller }).ToList();
        return new(
            watched.Count,
            watched.Count(source => source.State.Health == SourceHealth.Healthy),
            watched.Count(source => source.State.Health is SourceHealth.Degraded or SourceHealth.Dead or SourceHealth.Silent or SourceHealth.Gap),
            watched.Max(source => source.State.LastPolledAt));
    }
}
