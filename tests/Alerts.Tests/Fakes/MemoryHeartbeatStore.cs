using System.Globalization;
using Alerts.Core.Messaging;
using Alerts.Core.Operations;

namespace Alerts.Tests.Fakes;

public sealed class MemoryHeartbeatStore : IHeartbeatStore
{
    private readonly SortedDictionary<DateOnly, Heartbeat> days = new(Comparer<DateOnly>.Create((a, b) => b.CompareTo(a)));

    public Task<Heartbeat> AddIfAbsentAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        days.TryAdd(heartbeat.Day, heartbeat);
        return Task.FromResult(days[heartbeat.Day]);
    }

    public Task<Heartbeat?> GetAsync(DateOnly day, CancellationToken cancellationToken) => Task.FromResult(days.GetValueOrDefault(day));

    public Task<Page<Heartbeat>> ListAsync(int take, string? cursor, CancellationToken cancellationToken)
    {
        var after = PageCursor.Read("heartbeats", cursor) is { } position ? DateOnly.Parse(position, CultureInfo.InvariantCulture) : DateOnly.MaxValue;
        var rest = days.Values.Where(heartbeat => heartbeat.Day < after).ToList();
        var items = rest.Take(take).ToList();
        return Task.FromResult(new Page<Heartbeat>(items, rest.Count > take ? PageCursor.Write("heartbeats", items[^1].Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null));
    }
}
