using Alerts.Core.Incidents;
using Alerts.Core.Sources;
using Alerts.Infrastructure.Storage;

namespace Alerts.Functions;

/// <summary>
/// What must be there before the first message: tables, queues, and something to watch. Every cold start does it, which costs a
/// few dozen small requests at once and lets a newer version bring tables of its own.
/// </summary>
public sealed class Preparation(StorageSetup storage, ISourceStore sources, IIncidentStore incidents, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await storage.CreateAsync(cancellationToken);
        await ShippedIncidents.AddToAsync(incidents, cancellationToken);
        if ((await sources.ListAsync(cancellationToken)).Count > 0)
            return;

        var now = time.GetUtcNow();
        await Task.WhenAll(DefaultSources.Load().Select(source => sources.AddIfAbsentAsync(source with { AddedAt = now }, cancellationToken)));
    }
}
