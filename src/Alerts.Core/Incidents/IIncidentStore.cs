using Alerts.Core.Messaging;

namespace Alerts.Core.Incidents;

public interface IIncidentStore
{
    Task<Incident?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Adds an incident without <see cref="Incident.Version"/>, replaces one with it.</summary>
    /// <returns>The stored incident with its new version; null where another writer was there first: read again and decide anew.</returns>
    Task<Incident?> TrySaveAsync(Incident incident, CancellationToken cancellationToken);

    /// <summary>By <see cref="Incident.OpenedAt"/>, newest first; those that are <see cref="Incident.IsListed"/>.</summary>
    Task<Page<Incident>> ListAsync(int take, string? cursor, CancellationToken cancellationToken);
}
