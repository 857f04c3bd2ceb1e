using Alerts.Core.Subscriptions;

namespace Alerts.Core.Delivery.Operating;

/// <summary>Asked once a message, so a pause is felt at once by all instances.</summary>
public interface IChannelPauses
{
    Task<IReadOnlyList<ChannelPause>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds or replaces.</summary>
    Task PauseAsync(ChannelPause pause, CancellationToken cancellationToken);

    /// <returns>False where it was not paused.</returns>
    Task<bool> ResumeAsync(ChannelKind channel, CancellationToken cancellationToken);
}
