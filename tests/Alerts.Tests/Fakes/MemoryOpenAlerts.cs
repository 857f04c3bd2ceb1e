using System.Collections.Concurrent;
using Alerts.Core.Alerting;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryOpenAlerts : IOpenAlerts
{
    private readonly ConcurrentDictionary<string, OpenAlert> rows = new(StringComparer.Ordinal);

    public Task AddAsync(IReadOnlyList<OpenAlert> alerts, CancellationToken cancellationToken)
    {
        foreach (var alert in alerts)
        {
            rows[alert.AlertId] = alert;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OpenAlert>> GetAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OpenAlert>>([.. alertIds.Distinct().Select(id => rows.GetValueOrDefault(id)).OfType<OpenAlert>()]);

    public Task RemoveAsync(IReadOnlyCollection<string> alertIds, CancellationToken cancellationToken)
    {
        foreach (var id in alertIds)
        {
            rows.TryRemove(id, out _);
        }

        return Task.CompletedTask;
    }

    public Task<Page<OpenAlert>> ListAsync(DateTimeOffset before, int take, string? cursor, CancellationToken cancellationToken) => Task.FromResult(MemoryPages.Of(
        "open-alerts", rows.Values.Where(alert => alert.At < before).OrderBy(alert => alert.AlertId, StringComparer.Ordinal), alert => alert.AlertId, take, cursor));
}
