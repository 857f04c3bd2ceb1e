using Alerts.Core.Messaging;

namespace Alerts.Core.Operations;

public interface IHeartbeatStore
{
    /// <returns>What is stored for this day: this heartbeat, or the one that was there before.</returns>
    Task<Heartbeat> AddIfAbsentAsync(Heartbeat heartbeat, CancellationToken cancellationToken);

    Task<Heartbeat?> GetAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<Page<Heartbeat>> ListAsync(int take, string? cursor, CancellationToken cancellationToken);
}
