namespace Alerts.Core.Subscriptions;

public interface IRateLimiter
{
    /// <summary>Counts one for <paramref name="bucket"/> in the present window.</summary>
    /// <returns>Null where it is within the limit; else how long to wait.</returns>
    ValueTask<TimeSpan?> TakeAsync(string bucket, int limit, TimeSpan window, CancellationToken cancellationToken);
}
