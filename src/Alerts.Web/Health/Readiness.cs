using Alerts.Core.Delivery;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Infrastructure.Storage;
using Alerts.Web.Pages.Parts;
using Microsoft.Extensions.Logging;

namespace Alerts.Web.Health;

/// <summary>Whether the system does its job, and if not, what is wrong: storage, the alert path, the watching.</summary>
internal sealed partial class Readiness(IStorageHealth storage, ISourceStore sources, IDeliveryStore deliveries, IChannelPauses pauses, IDeadLetters letters, TimeProvider time, ILogger<Readiness> logger)
{
    /// <summary>A due delivery that nobody has touched for so long waits for something that is broken.</summary>
    private static readonly TimeSpan AlarmAge = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan CheckTimeout = TimeSpan.FromSeconds(10);

    public async Task<ReadinessReport> CheckAsync(CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(CheckTimeout);
        var checks = await Task.WhenAll(
            RunAsync("storage", StorageAsync, limited.Token),
            RunAsync("sources", SourcesAsync, limited.Token),
            RunAsync("deliveries", DeliveriesAsync, limited.Token),
            RunAsync("queues", QueuesAsync, limited.Token));
        return new ReadinessReport(checks.All(check => check.Ok) ? "ready" : "not ready", checks);
    }

    private async Task<ReadinessCheck> RunAsync(string name, Func<CancellationToken, Task<(bool Ok, string Detail)>> check, CancellationToken cancellationToken)
    {
        try
        {
            var (ok, detail) = await check(cancellationToken);
            return new ReadinessCheck(name, ok, detail);
        }
        catch (Exception exception)
        {
            // Whatever a store throws, the report must come: it is what an operator looks at when stores throw.
            Log.StorageFailed(logger, exception, name);
            return new ReadinessCheck(name, false, "storage does not answer");
        }
    }

    private async Task<(bool Ok, string Detail)> StorageAsync(CancellationToken cancellationToken)
    {
        var report = await storage.CheckAsync(cancellationToken);
        return (report.Ready, report.Reason ?? "tables and queues answer");
    }

    private async Task<(bool Ok, string Detail)> SourcesAsync(CancellationToken cancellationToken)
    {
        var watched = (await sources.ListAsync(cancellationToken)).Where(source => source is { Enabled: true, Kind: not SourceKind.Caller }).ToList();
        var polled = watched.Count(source => source.State.Health != SourceHealth.New);
        var troubled = watched.Count(source => source.State.Health is SourceHealth.Degraded or SourceHealth.Dead);
        return (polled == 0 || troubled < polled, $"{Wording.Count(watched.Count, "source", "sources")}, {polled} polled, {troubled} failing");
    }

    private async Task<(bool Ok, string Detail)> DeliveriesAsync(CancellationToken cancellationToken)
    {
        var late = await deliveries.ListOverdueAsync(time.GetUtcNow() - AlarmAge, take: 100, cursor: null, cancellationToken);
        var paused = await pauses.ListAsync(cancellationToken);
        var stuck = late.Items.Count(delivery => !paused.Any(pause => pause.Channel == delivery.Channel));
        var detail = stuck == 0
            ? "none is late"
            : $"{Wording.Count(stuck, "delivery is", "deliveries are")}{(late.Next is null ? "" : " and more")} late by more than {AlarmAge.TotalMinutes:0} minutes";
        return (stuck == 0, string.Join("; ", paused.Select(pause => $"{pause.Channel.ToString().ToLowerInvariant()} is paused since {pause.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {pause.Reason}").Prepend(detail)));
    }

    private async Task<(bool Ok, string Detail)> QueuesAsync(CancellationToken cancellationToken)
    {
        var counts = await letters.CountAsync(cancellationToken);
        var dead = QueueNames.All.Sum(queue => counts.GetValueOrDefault(QueueNames.PoisonOf(queue)));
        var waiting = QueueNames.All.Sum(queue => counts.GetValueOrDefault(queue));
        return (true, $"{Wording.Count(waiting, "message waits", "messages wait")}, {Wording.Count(dead, "dead letter", "dead letters")}");
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 710, Level = LogLevel.Error, Message = "The readiness check of {Name} failed.")]
        public static partial void StorageFailed(ILogger logger, Exception exception, string name);
    }
}
