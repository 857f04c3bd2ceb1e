using System.Collections.Concurrent;
using Alerts.Core.Alerting;
using Alerts.Core.Articles;
using Alerts.Core.Delivery;
using Alerts.Core.Hits;
using Alerts.Core.Messaging;
using Alerts.Core.Sources;
using Alerts.Core.Stories;
using Alerts.Core.Subscriptions;

namespace Alerts.Tests.Web;

internal sealed class InMemorySubscriptionStore : ISubscriptionStore
{
    public readonly ConcurrentDictionary<string, Subscription> Rows = new();
    private int v;
    public Task<Subscription?> GetAsync(string id, CancellationToken c) => Task.FromResult(Rows.GetValueOrDefault(id));
    public Task<IReadOnlyList<Subscription>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken c) => Task.FromResult<IReadOnlyList<Subscription>>([.. ids.Select(i => Rows.GetValueOrDefault(i)).OfType<Subscription>()]);
    public Task<Subscription?> TrySaveAsync(Subscription s, CancellationToken c)
    {
        lock (Rows)
        {
            var old = Rows.GetValueOrDefault(s.Id);
            if (old?.Version != s.Version) return Task.FromResult<Subscription?>(null);
            return Task.FromResult<Subscription?>(Rows[s.Id] = s with { Version = (++v).ToString(System.Globalization.CultureInfo.InvariantCulture) });
        }
    }
    public Task<bool> RemoveAsync(string id, CancellationToken c) => Task.FromResult(Rows.TryRemove(id, out _));
    public Task<Page<Subscription>> ListAsync(int take, string? cursor, CancellationToken c) => Task.FromResult(new Page<Subscription>([.. Rows.Values.OrderBy(s => s.Id, StringComparer.Ordinal).Take(take)], null));
}

internal sealed class InMemoryDeliveryStore : IDeliveryStore
{
    public readonly ConcurrentDictionary<string, Delivery> Rows = new();
    private int v;
    public Task<IReadOnlyList<Delivery>> AddIfAbsentAsync(IReadOnlyList<Delivery> d, CancellationToken c) => Task.FromResult<IReadOnlyList<Delivery>>([.. d.Select(x => Rows.GetOrAdd(x.Id.ToString(), x with { Version = "1" }))]);
    public Task<IReadOnlyList<Delivery>> GetAsync(IReadOnlyCollection<DeliveryId> ids, CancellationToken c) => Task.FromResult<IReadOnlyList<Delivery>>([.. ids.Select(i => Rows.GetValueOrDefault(i.ToString())).OfType<Delivery>()]);
    public Task<IReadOnlyList<Delivery?>> TryReplaceAsync(IReadOnlyList<Delivery> d, CancellationToken c) => Task.FromResult<IReadOnlyList<Delivery?>>([.. d.Select(x => Rows[x.Id.ToString()].Version == x.Version ? Rows[x.Id.ToString()] = x with { Version = "n" + ++v } : null)]);
    public Task<Page<Delivery>> ListOverdueAsync(DateTimeOffset before, int take, string? cursor, CancellationToken c) => Task.FromResult(new Page<Delivery>([.. Rows.Values.Where(x => !x.IsFinal && x.NextAttemptAt < before)], null));
    public Task<Page<Delivery>> ListAsync(string? s, DeliveryState? st, int take, string? cursor, CancellationToken c) => Task.FromResult(new Page<Delivery>([.. Rows.Values.Where(x => (s is null || x.Id.SubscriptionId == s) && (st is null || x.State == st)).OrderByDescending(x => x.CreatedAt).Take(take)], null));
}

internal sealed class InMemoryHitStore : IHitStore
{
    public readonly List<Hit> Rows = [];
    public Task<int> AddIfAbsentAsync(IReadOnlyList<Hit> hits, CancellationToken c) { Rows.AddRange(hits); return Task.FromResult(hits.Count); }
    public Task<Hit?> GetAsync(HitId id, CancellationToken c) => Task.FromResult(Rows.FirstOrDefault(h => h.Id == id));
    public Task<Page<Hit>> ListAsync(HitQuery q, CancellationToken c) => Task.FromResult(new Page<Hit>([.. Rows.Where(h => (q.TopicId is null || h.Id.TopicId == q.TopicId) && (q.Since is null || h.Id.FirstSeenAt >= q.Since) && (q.Language is null || h.Language == q.Language)).OrderByDescending(h => h.Id.FirstSeenAt).Take(q.Take)], null));
    public Task<IReadOnlyList<Hit>> ListByStoryAsync(string id, int take, CancellationToken c) => Task.FromResult<IReadOnlyList<Hit>>([.. Rows.Where(h => h.StoryId == id).Take(take)]);
}

internal sealed class InMemoryStoryStore : IStoryStore
{
    public readonly Dictionary<string, Story> Rows = [];
    public Task<Story?> GetAsync(string id, CancellationToken c) => Task.FromResult(Rows.GetValueOrDefault(id));
    public Task<IReadOnlyList<Story>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken c) => throw new NotSupportedException();
    public Task<Story?> TrySaveAsync(Story s, CancellationToken c) => Task.FromResult<Story?>(Rows[s.Id] = s with { Version = "1" });
    public Task<Page<Story>> ListAsync(string? topic, DateTimeOffset? since, int take, string? cursor, CancellationToken c) => Task.FromResult(new Page<Story>([.. Rows.Values.Where(s => topic is null || s.Topics.Contains(topic)).OrderByDescending(s => s.LastSeenAt).Take(take)], null));
    public Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> FindByKeysAsync(IReadOnlyCollection<string> keys, CancellationToken c) => throw new NotSupportedException();
    public Task AddKeysAsync(string s, IReadOnlyCollection<string> keys, CancellationToken c) => throw new NotSupportedException();
    public Task<string> ClaimKeyAsync(string key, string s, CancellationToken c) => throw new NotSupportedException();
}

internal sealed class InMemorySourceStore : ISourceStore
{
    public readonly SortedDictionary<string, Source> Rows = [];
    public Task<IReadOnlyList<Source>> ListAsync(CancellationToken c) => Task.FromResult<IReadOnlyList<Source>>([.. Rows.Values]);
    public Task<IReadOnlyList<Source>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken c) => Task.FromResult<IReadOnlyList<Source>>([.. ids.Select(i => Rows.GetValueOrDefault(i)).OfType<Source>()]);
    public Task<bool> AddIfAbsentAsync(Source s, CancellationToken c) => Task.FromResult(Rows.TryAdd(s.Id, s));
    public Task<bool> UpdateAsync(Source s, CancellationToken c) { if (!Rows.ContainsKey(s.Id)) return Task.FromResult(false); Rows[s.Id] = s; return Task.FromResult(true); }
    public Task<bool> RemoveAsync(string id, CancellationToken c) => Task.FromResult(Rows.Remove(id));
    public Task SaveStatesAsync(IReadOnlyList<(string Id, SourceState State)> states, CancellationToken c) => Task.CompletedTask;
}

internal sealed class InMemoryArticleStore : IArticleStore
{
    public readonly Dictionary<string, Article> Rows = [];
    public Task<IReadOnlyList<(Article Stored, bool Added)>> AddIfAbsentAsync(IReadOnlyList<Article> a, CancellationToken c) => Task.FromResult<IReadOnlyList<(Article Stored, bool Added)>>([.. a.Select(x => { var added = Rows.TryAdd(x.Id, x); return (Rows[x.Id], added); })]);
    public Task<IReadOnlyList<Article>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken c) => Task.FromResult<IReadOnlyList<Article>>([.. ids.Distinct().Select(i => Rows.GetValueOrDefault(i)).OfType<Article>()]);
    public Task SaveAsync(IReadOnlyList<Article> a, CancellationToken c) { foreach (var x in a) Rows[x.Id] = x; return Task.CompletedTask; }
    public async IAsyncEnumerable<Article> ListAsync(DateTimeOffset since, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken c) { await Task.Yield(); foreach (var a in Rows.Values) yield return a; }
}

internal sealed class InMemoryAlertStore : IAlertStore
{
    public readonly Dictionary<string, Alert> Rows = [];
    public readonly List<HeldAlert> Held = [];
    public Task<Alert> AddIfAbsentAsync(Alert a, CancellationToken c) { Rows.TryAdd(a.Id, a); return Task.FromResult(Rows[a.Id]); }
    public Task<IReadOnlyList<Alert>> GetAsync(IReadOnlyCollection<string> ids, CancellationToken c) => Task.FromResult<IReadOnlyList<Alert>>([.. ids.Select(i => Rows.GetValueOrDefault(i)).OfType<Alert>()]);
    public Task HoldAsync(IReadOnlyList<HeldAlert> h, CancellationToken c) { Held.AddRange(h); return Task.CompletedTask; }
    public Task<IReadOnlyList<HeldAlert>> ListHeldAsync(string s, int take, CancellationToken c) => Task.FromResult<IReadOnlyList<HeldAlert>>([.. Held.Where(h => h.SubscriptionId == s).Take(take)]);
    public Task<Page<string>> ListHoldersAsync(int take, string? cursor, CancellationToken c) => throw new NotSupportedException();
    public Task ReleaseAsync(IReadOnlyList<HeldAlert> h, CancellationToken c) { foreach (var x in h) Held.Remove(x); return Task.CompletedTask; }
}

internal sealed class InMemoryApiKeyStore : IApiKeyStore
{
    public readonly Dictionary<string, ApiKey> Rows = [];
    public Task<ApiKey?> GetAsync(string id, CancellationToken c) => Task.FromResult(Rows.GetValueOrDefault(id));
    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken c) => Task.FromResult<IReadOnlyList<ApiKey>>([.. Rows.Values]);
    public Task SaveAsync(ApiKey key, CancellationToken c) { Rows[key.Id] = key; return Task.CompletedTask; }
}

internal sealed class InMemoryMessageQueue : IMessageQueue
{
    public readonly List<(string Queue, object Message)> Sent = [];
    public Task SendAsync<T>(string queue, T message, TimeSpan? delay = null, CancellationToken cancellationToken = default) where T : notnull { lock (Sent) Sent.Add((queue, message)); return Task.CompletedTask; }
}

internal sealed class InMemoryDeadLetters : IDeadLetters
{
    public readonly List<DeadLetter> Rows = [];
    public Task<IReadOnlyList<DeadLetter>> ListAsync(string? queue, CancellationToken c) => Task.FromResult<IReadOnlyList<DeadLetter>>([.. Rows.Where(r => queue is null || r.Queue == queue)]);
    public Task<int> ReplayAsync(string? queue, string? id, CancellationToken c) => Task.FromResult(Rows.RemoveAll(r => (queue is null || r.Queue == queue) && (id is null || r.MessageId == id)));
    public Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken c) => Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { ["read"] = 0, ["read-poison"] = Rows.Count });
}
