namespace Alerts.Core.Sources.WebSub;

/// <summary>Keeps the sources subscribed whose feeds announce a hub: asks when it is due, and remembers the answer.</summary>
public sealed class HubFollower(IHubClient client, HubKeys keys, HubSettings settings, TimeProvider time)
{
    private const int AskedAtOnce = 16;

    /// <returns>The same states, with what the hubs answered to those that were due.</returns>
    public async Task<IReadOnlyList<(string Id, SourceState State)>> FollowAsync(
        IReadOnlyList<(string Id, SourceState State)> states, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(states);
        if (settings.CallbackBase is null || !keys.Any)
        {
            return states;
        }

        var now = time.GetUtcNow();
        var followed = states.ToArray();
        var due = Enumerable.Range(0, followed.Length).Where(i => followed[i].State.Hub is { } lease && HubRules.IsDue(lease, now));
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AskedAtOnce, CancellationToken = cancellationToken }, async (i, token) =>
        {
            var (id, state) = followed[i];
            followed[i] = (id, state with { Hub = await AskAsync(id, state.Hub!, now, token) });
        });
        return followed;
    }

    private async Task<HubLease> AskAsync(string sourceId, HubLease lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var callback = settings.CallbackFor(sourceId, keys.TokenFor(sourceId, lease.Topic))!;
        var refusal = await client.AskAsync(lease.Hub, HubRules.Form(lease, callback, keys.SecretFor(sourceId)), cancellationToken);
        return lease with { AskedAt = now, Refusal = refusal };
    }
}
