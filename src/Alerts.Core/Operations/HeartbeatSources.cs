using System.Globalization;
using Alerts.Core.Sources;

namespace Alerts.Core.Operations;

/// <summary>How many of the watched sources were in which health.</summary>
public sealed record HeartbeatSources(int Watched, int Healthy, int Degraded, int Silent, int Gap, int Dead, int New)
{
    public static HeartbeatSources Of(IReadOnlyList<Source> sources)
    {
        var watched = sources.Where(source => source is { Enabled: true, Kind: not SourceKind.Caller }).ToLookup(source => source.State.Health);
        return new HeartbeatSources(
            watched.Sum(health => health.Count()), watched[SourceHealth.Healthy].Count(), watched[SourceHealth.Degraded].Count(), watched[SourceHealth.Silent].Count(),
            watched[SourceHealth.Gap].Count(), watched[SourceHealth.Dead].Count(), watched[SourceHealth.New].Count());
    }

    public string Summary => string.Join(", ", new[]
    {
        string.Create(CultureInfo.InvariantCulture, $"{Healthy} of {Watched} sources healthy"),
        Part(Degraded, "failing"), Part(Silent, "silent"), Part(Gap, Gap == 1 ? "gap" : "gaps"), Part(Dead, "dead"), Part(New, "not polled yet"),
    }.Where(part => part.Length > 0));

    private static string Part(int number, string what) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number} {what}");
}
