namespace Alerts.Core.Alerting;

/// <summary>How many alerts a subscription may be sent at once in a local day.</summary>
public interface IDailyAllowance
{
    /// <summary>
    /// Takes one of the day's places for an alert, or finds the one that it has: exact whoever asks at once, and the same at every repeat.
    /// </summary>
    /// <param name="day">The subscriber's.</param>
    /// <returns>False where all places are taken by others.</returns>
    Task<bool> TakeAsync(string subscriptionId, DateOnly day, string alertId, int places, CancellationToken cancellationToken);
}
