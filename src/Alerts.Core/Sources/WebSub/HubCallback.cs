using Alerts.Core.Messaging;

namespace Alerts.Core.Sources.WebSub;

/// <summary>What hubs may say to us: "did you ask for this?" and "here is news". Whatever is pushed, the feed itself is fetched.</summary>
public sealed class HubCallback(HubKeys keys, ISourceStore sources, IMessageQueue queue)
{
    /// <summary>A hub may push whole feeds; what is larger is not read, and the next poll finds it.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <param name="mode">hub.mode</param>
    /// <returns>The challenge to answer with; null is "no", a 404.</returns>
    public async Task<string?> VerifyAsync(string sourceId, string token, string? mode, string? topic, string? challenge, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(challenge) || !keys.IsToken(sourceId, topic, token))
        {
            return null;
        }

        var wanted = await IsWantedAsync(sourceId, cancellationToken);
        return (mode == "subscribe" && wanted) || (mode == "unsubscribe" && !wanted) ? challenge : null;
    }

    /// <returns>False where there is no such source any more: 410 tells the hub to stop. A wrong signature is taken in silence, as the protocol asks.</returns>
    public async Task<bool> ReceiveAsync(string sourceId, string? signature, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (!keys.IsSigned(sourceId, signature, body.Span))
        {
            return true;
        }

        if (!await IsWantedAsync(sourceId, cancellationToken))
        {
            return false;
        }

        await queue.SendAsync(QueueNames.Fetch, new FetchMessage([sourceId], Pushed: true), cancellationToken: cancellationToken);
        return true;
    }

    private async Task<bool> IsWantedAsync(string sourceId, CancellationToken cancellationToken) =>
        (await sources.GetAsync([sourceId], cancellationToken)) is [{ Enabled: true }];
}
