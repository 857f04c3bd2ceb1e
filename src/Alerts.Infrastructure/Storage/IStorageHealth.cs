namespace Alerts.Infrastructure.Storage;

public interface IStorageHealth
{
    /// <summary>Asks tables and queues once, for at most a few seconds. Never throws for what storage does.</summary>
    Task<StorageHealthReport> CheckAsync(CancellationToken cancellationToken);
}

/// <param name="Reason">Why it is not ready and what to do, for the operator; null where it is.</param>
public sealed record StorageHealthReport(bool Ready, string? Reason)
{
    public static StorageHealthReport Ok { get; } = new(true, null);
}
