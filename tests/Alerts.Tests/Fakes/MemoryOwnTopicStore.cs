using System.Globalization;
using Alerts.Core.Matching.Own;

namespace Alerts.Tests.Fakes;

public sealed class MemoryOwnTopicStore : IOwnTopicStore
{
    private readonly MemoryVersions<string, OwnTopic> rows = new();
    private int revision;

    /// <summary>How often all topics were read.</summary>
    public int Listings { get; private set; }

    public Task<OwnTopic?> GetAsync(string ownerId, string id, CancellationToken cancellationToken) =>
        Task.FromResult(rows.Find(Key(ownerId, id)) is { } row ? row.Value with { Stamp = row.Version } : null);

    public Task<IReadOnlyList<OwnTopic>> ListAsync(string ownerId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OwnTopic>>([.. All().Where(topic => topic.OwnerId == ownerId).OrderBy(topic => topic.Name, StringComparer.OrdinalIgnoreCase)]);

    public Task<OwnTopic?> TrySaveAsync(OwnTopic topic, CancellationToken cancellationToken)
    {
        if (rows.TrySave(Key(topic.OwnerId, topic.Id), topic, topic.Stamp) is not { } stamp)
        {
            return Task.FromResult<OwnTopic?>(null);
        }

        revision++;
        return Task.FromResult<OwnTopic?>(topic with { Stamp = stamp });
    }

    public Task<bool> RemoveAsync(string ownerId, string id, CancellationToken cancellationToken)
    {
        revision++;
        return Task.FromResult(rows.Remove(Key(ownerId, id)));
    }

    public Task<string> GetRevisionAsync(CancellationToken cancellationToken) => Task.FromResult(revision == 0 ? "" : revision.ToString(CultureInfo.InvariantCulture));

    public IAsyncEnumerable<OwnTopic> ListAllAsync(CancellationToken cancellationToken)
    {
        Listings++;
        return All().ToAsyncEnumerable();
    }

    private IEnumerable<OwnTopic> All() => rows.All.Select(row => row.Value with { Stamp = row.Version });

    private static string Key(string ownerId, string id) => ownerId + "/" + id;
}
