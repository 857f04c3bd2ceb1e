namespace Alerts.Core.Hits;

public interface IEvidenceStore
{
    /// <summary>Adds those that are not there yet; what is there is never written again.</summary>
    Task AddIfAbsentAsync(IReadOnlyList<Evidence> evidence, CancellationToken cancellationToken);

    Task<Evidence?> GetAsync(string contentHash, CancellationToken cancellationToken);
}
