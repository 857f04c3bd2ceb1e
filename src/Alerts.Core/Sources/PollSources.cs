using System.Collections.Concurrent;
using Alerts.Core.Messaging;

namespace Alerts.Core.Sources;

/// <summary>
/// Timer: asks for the sources that are due. What was asked for lately is remembered here rather than in the rows, which saves a
/// write per source and poll; an instance that forgets asks twice, and polling twice is harmless.
/// </summary>
public sealed class PollSources(ISourceStore sources, IMessageQueue queue, TimeProvider time) : ITimerHandler
{
    /// <summary>How long a message may wait and run before its sources are asked for again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> asked = new();

    public string Name => TimerNames.PollSources;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var all = await sources.ListAsync(cancellationToken);
        var due = all.Where(source => IsDue(source, now)).Select(source => source.Id).ToList();
        foreach (var ids in due.Chunk(FetchMessage.MaxSources))
        {
            await queue.SendAsync(QueueNames.Fetch, new FetchMessage(ids), cancellationToken: cancellationToken);
            foreach (var id in ids)
            {
                asked[id] = now;
            }
        }

        foreach (var (id, _) in asked.Where(entry => now - entry.Value > Patience))
        {
            asked.TryRemove(id, out _);
        }
    }

    /// <summary>A source asked for since its last poll is in a message's hands, unless that takes too long.</summary>
    private bool IsDue(Source source, DateTimeOffset now) =>
        source.Enabled
        && source.Kind != SourceKind.Caller
        && source.State.NextPollAt <= now
        && !(asked.TryGetValue(source.Id, out var at) && now - at < Patience && (source.State.LastPolledAt is null || source.State.LastPolledAt < at));
}
