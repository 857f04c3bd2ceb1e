namespace Alerts.Core.Delivery.Operating;

/// <summary>Counts the mails of a UTC day over all instances.</summary>
public interface IMailBudget
{
    /// <summary>Takes as many as there is room for below <paramref name="limit"/>.</summary>
    /// <returns>How many; from none to all of <paramref name="wanted"/>.</returns>
    Task<int> TakeAsync(DateOnly day, int wanted, int limit, CancellationToken cancellationToken);

    Task<int> SpentAsync(DateOnly day, CancellationToken cancellationToken);
}
