using Alerts.Core.Sources;

namespace Alerts.Tests.Fakes;

public sealed class MemorySourceStore : ISourceStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Source> sources = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<Source>> ListAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<Source>>([.. sources.Values.Select(source => source with { State = source.State with { Seen = SeenEntries.Empty } })]);
        }
    }

    public Task<IReadOnlyList<Source>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<Source>>([.. sources.Values.Where(source => ids.Contains(source.Id))]);
        }
    }

    public Task<bool> AddIfAbsentAsync(Source source, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(sources.TryAdd(source.Id, source));
        }
    }

    public Task<bool> UpdateAsync(Source source, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var there = sources.TryGetValue(source.Id, out var before);
            if (there)
            {
                sources[source.Id] = source with { State = before!.State };
            }

            return Task.FromResult(there);
        }
    }

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(sources.Remove(id));
        }
    }

    public Task SaveStatesAsync(IReadOnlyList<(string Id, SourceState State)> states, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            foreach (var (id, state) in states)
            {
                if (sources.TryGetValue(id, out var source))
                {
                    sources[id] = source with { State = state.Seen.Count > 0 ? state : state with { Seen = source.State.Seen } };
                }
            }
        }

        return Task.CompletedTask;
    }
}
