namespace Alerts.Core.Matching.Own;

public interface IOwnTopicStore
{
    Task<OwnTopic?> GetAsync(string ownerId, string id, CancellationToken cancellationToken);

    /// <summary>By name.</summary>
    Task<IReadOnlyList<OwnTopic>> ListAsync(string ownerId, CancellationToken cancellationToken);

    /// <summary>Adds a topic without <see cref="OwnTopic.Stamp"/>, replaces one with it.</summary>
    /// <returns>What is stored now; null where another writer was there first: read again.</returns>
    Task<OwnTopic?> TrySaveAsync(OwnTopic topic, CancellationToken cancellationToken);

    Task<bool> RemoveAsync(string ownerId, string id, CancellationToken cancellationToken);

    /// <summary>Changes after every save and removal, empty before the first; one small request.</summary>
    Task<string> GetRevisionAsync(CancellationToken cancellationToken);

    /// <summary>The topics of all owners: for the matcher.</summary>
    IAsyncEnumerable<OwnTopic> ListAllAsync(CancellationToken cancellationToken);
}
