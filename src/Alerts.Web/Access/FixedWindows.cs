using System.Collections.Concurrent;
using Alerts.Core.Subscriptions;

namespace Alerts.Web.Access;

/// <summary>Counts in the memory of this instance: with n instances a caller may get n times as far, which still stops a flood.</summary>
internal sealed class FixedWindows(TimeProvider time) : IRateLimiter
{
    private const int MaxBuckets = 50_000;

    private readonly ConcurrentDictionary<string, Count> counts = new();

    public ValueTask<TimeSpan?> TakeAsync(string bucket, int limit, TimeSpan window, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ends = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % window.Ticks), TimeSpan.Zero) + window;
        if (counts.Count > MaxBuckets)
        {
            Forget(now);
        }

        var count = counts.AddOrUpdate(bucket, _ => new Count(1, ends), (_, old) => old.Ends == ends ? old with { Taken = old.Taken + 1 } : new Count(1, ends));
        return ValueTask.FromResult<TimeSpan?>(count.Taken <= limit ? null : ends - now);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (bucket, count) in counts)
        {
            if (count.Ends <= now)
            {
                counts.TryRemove(bucket, out _);
            }
        }
    }

    private sealed record Count(int Taken, DateTimeOffset Ends);
}
