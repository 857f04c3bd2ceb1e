using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Fakes;

public sealed class MemorySlidingWindows(TimeProvider time) : IRateLimiter
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> taken = new(StringComparer.Ordinal);

    public ValueTask<TimeSpan?> TakeAsync(string bucket, int limit, TimeSpan window, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var times = taken[bucket] = [.. taken.GetValueOrDefault(bucket, []).Where(at => at > now - window)];
            if (times.Count >= limit)
            {
                return ValueTask.FromResult<TimeSpan?>(times[0] + window - now);
            }

            times.Add(now);
            return ValueTask.FromResult<TimeSpan?>(null);
        }
    }
}
