using System.Diagnostics.Metrics;
using Alerts.Core.Messaging;
using Alerts.Infrastructure.Storage;

namespace Alerts.Infrastructure.Telemetry;

/// <summary>What has been counted, for whoever collects from the meter <see cref="Tracing.Name"/>: the same figures as <c>/metrics</c>, and the requests to storage.</summary>
internal sealed class AlertsMeter : IDisposable
{
    private readonly Meter meter = new(Tracing.Name);

    public AlertsMeter(ActivityCounts counts, StorageRequestCounter storage)
    {
        foreach (var name in ActivityCounts.Names)
        {
            meter.CreateObservableCounter($"alerts.{name}", () => counts.All.Where(count => count.Name == name).Select(Measure));
        }

        meter.CreateObservableCounter("alerts.storage.requests", () => storage.Snapshot().Select(pair => new Measurement<long>(pair.Value, new KeyValuePair<string, object?>("operation", pair.Key))));
    }

    public void Dispose() => meter.Dispose();

    private static Measurement<long> Measure(ActivityCount count) => new(count.Count, count.Tags.Select(tag => new KeyValuePair<string, object?>(tag.Key, tag.Value)));
}
