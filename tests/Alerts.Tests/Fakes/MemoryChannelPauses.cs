using System.Collections.Concurrent;
using Alerts.Core.Delivery.Operating;
using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Fakes;

public sealed class MemoryChannelPauses : IChannelPauses
{
    private readonly ConcurrentDictionary<ChannelKind, ChannelPause> pauses = [];

    public Task<IReadOnlyList<ChannelPause>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChannelPause>>([.. pauses.Values.OrderBy(pause => pause.Channel)]);

    public Task PauseAsync(ChannelPause pause, CancellationToken cancellationToken)
    {
        pauses[pause.Channel] = pause;
        return Task.CompletedTask;
    }

    public Task<bool> ResumeAsync(ChannelKind channel, CancellationToken cancellationToken) => Task.FromResult(pauses.TryRemove(channel, out _));
}
