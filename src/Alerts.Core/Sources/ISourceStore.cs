namespace Alerts.Core.Sources;

/// <summary>The sources and where polling them stands. Batched: see the design's cost figures.</summary>
public interface ISourceStore
{
    /// <summary>
    /// All of them, definitions and states, ordered by id: one request per thousand. <see cref="SourceState.Seen"/> is left out (it
    /// would be 18 MB for a thousand); <see cref="GetAsync"/> has it.
    /// </summary>
    Task<IReadOnlyList<Source>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Those of these ids that exist, ordered by id: one request for a run of ids with few others between.</summary>
    Task<IReadOnlyList<Source>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <returns>False where a source of this id is there already; it is left as it was.</returns>
    Task<bool> AddIfAbsentAsync(Source source, CancellationToken cancellationToken);

    /// <summary>Writes the definition and leaves the state.</summary>
    /// <returns>False where there is no such source.</returns>
    Task<bool> UpdateAsync(Source source, CancellationToken cancellationToken);

    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes states and leaves definitions; a source removed in the meantime stays removed. One request per hundred. A state
    /// without <see cref="SourceState.Seen"/> leaves what was seen, so that a state from a listing may be saved.
    /// </summary>
    Task SaveStatesAsync(IReadOnlyList<(string Id, SourceState State)> states, CancellationToken cancellationToken);
}
