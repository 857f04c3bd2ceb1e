using Alerts.Core.Incidents;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryIncidentStore : IIncidentStore
{
    private readonly MemoryVersions<string, Incident> rows = new();

    public Task<Incident?> GetAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(rows.Find(id) is { } row ? row.Value with { Version = row.Version } : null);

    public Task<Incident?> TrySaveAsync(Incident incident, CancellationToken cancellationToken) =>
        Task.FromResult(rows.TrySave(incident.Id, incident, incident.Version) is { } version ? incident with { Version = version } : null);

    public Task<Page<Incident>> ListAsync(int take, string? cursor, CancellationToken cancellationToken) =>
        Task.FromResult(MemoryPages.Of("incidents", rows.All.Select(row => row.Value with { Version = row.Version }).Where(Incident.IsListed).OrderBy(PositionOf, StringComparer.Ordinal), PositionOf, take, cursor));

    private static string PositionOf(Incident incident) => $"{MemoryPages.NewestFirst(incident.OpenedAt)}.{incident.Id}";
}
