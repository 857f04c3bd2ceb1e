namespace Alerts.Core.Matching;

/// <summary>What an enricher has spent today (UTC), over all instances.</summary>
public interface IEnrichmentBudget
{
    /// <summary>Takes the records if the day has that many left, else none.</summary>
    /// <param name="daily">What may be spent in a day.</param>
    Task<bool> TryTakeAsync(string enricher, int records, int daily, CancellationToken cancellationToken);
}
