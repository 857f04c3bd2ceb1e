namespace Alerts.Functions.Language;

/// <summary>What may still be spent today.</summary>
public interface IRecordBudget
{
    /// <summary>Takes the records if all of them are left, else none.</summary>
    Task<bool> TryTakeAsync(int records, CancellationToken cancellationToken);
}
