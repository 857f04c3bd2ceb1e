namespace Alerts.Core.Operations;

/// <summary>How far walks have come that are longer than one tick of a timer.</summary>
public interface IWalkPositions
{
    /// <returns>Null at the beginning.</returns>
    Task<string?> GetAsync(string walk, CancellationToken cancellationToken);

    Task SaveAsync(string walk, string? position, CancellationToken cancellationToken);
}
