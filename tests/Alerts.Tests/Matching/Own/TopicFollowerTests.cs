using System.Collections;
using Alerts.Core.Matching;
using Alerts.Core.Matching.Own;
using Alerts.Core.Matching.Topics;
using Alerts.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Matching.Own;

public sealed class TopicFollowerTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly SlowStore store = new();
    private readonly FakeTimeProvider time = new(Some.Now);
    private readonly ArticleMatcher matcher = ArticleMatcher.BuiltIn();
    private readonly TopicFollower follower;

    public TopicFollowerTests() => follower = new(matcher, store, time);

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task The_first_article_is_read_with_what_is_stored()
    {
        await SaveAsync("acme");
        await follower.FollowAsync(None);
        Assert.True(Finds("acme"));
    }

    [Fact]
    public async Task While_a_change_is_taken_in_articles_are_read_with_what_there_was()
    {
        await SaveAsync("acme");
        await follower.FollowAsync(None);
        await SaveAsync("zenith");
        store.Hold();
        time.Advance(TimeSpan.FromSeconds(20));
        await follower.FollowAsync(None);
        await store.IsAsked;
        await follower.FollowAsync(None);
        Assert.True(Finds("acme"));
        Assert.False(Finds("zenith"));

        store.Release();
        time.Advance(TimeSpan.FromMinutes(1));
        await follower.FollowAsync(None);
        Assert.True(Finds("acme"));
        Assert.True(Finds("zenith"));
        Assert.Equal(2, store.Memory.Listings);
    }

    [Fact]
    public async Task Who_comes_after_a_pause_waits_for_the_change()
    {
        await SaveAsync("acme");
        await follower.FollowAsync(None);
        await SaveAsync("zenith");
        store.Hold();
        time.Advance(TimeSpan.FromMinutes(5));
        var following = follower.FollowAsync(None);
        await store.IsAsked;
        Assert.False(following.IsCompleted);
        store.Release();
        await following;
        Assert.True(Finds("zenith"));
    }

    [Fact]
    public async Task What_was_asked_for_last_stays_though_it_is_ready_first()
    {
        using var slow = new ManualResetEventSlim();
        var first = matcher.UseAsync(Core.Knowledge.KnowledgeBase.BuiltIn, new SlowTopics([Reading.Topic("\"acme\"", "acme")], slow));
        await matcher.UseAsync(Core.Knowledge.KnowledgeBase.BuiltIn, [Reading.Topic("\"zenith\"", "zenith")]);
        slow.Set();
        await first;
        Assert.Equal(["zenith"], matcher.Read(Reading.Article("acme and zenith")).Topics());
    }

    [Fact]
    public async Task The_topic_of_a_first_writer_that_died_is_found_within_the_hour()
    {
        await follower.FollowAsync(None);
        await SaveAsync("acme");
        store.HasRevision = false;
        time.Advance(TimeSpan.FromMinutes(30));
        await follower.FollowAsync(None);
        Assert.False(Finds("acme"));
        time.Advance(TimeSpan.FromMinutes(31));
        await follower.FollowAsync(None);
        Assert.True(Finds("acme"));
    }

    private bool Finds(string word) => matcher.Read(Reading.Article($"{word} opens an office")).Own.Count > 0;

    private Task<OwnTopic?> SaveAsync(string word) => store.Memory.TrySaveAsync(
        new() { Id = OwnTopic.IdOf("owner", word), OwnerId = "owner", Name = word, CreatedAt = Some.Now, Versions = [new(1, $"\"{word}\"", Some.Now, null)] }, None);

    /// <summary>Is read when it is let.</summary>
    private sealed class SlowTopics(Topic[] topics, ManualResetEventSlim until) : IReadOnlyList<Topic>
    {
        public int Count => topics.Length;

        public Topic this[int index] => topics[index];

        public IEnumerator<Topic> GetEnumerator()
        {
            until.Wait();
            return topics.AsEnumerable().GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Hands the topics out when it is let.</summary>
    private sealed class SlowStore : IOwnTopicStore, IDisposable
    {
        private readonly SemaphoreSlim turn = new(1);
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool held;

        /// <summary>False as after a writer that died between its row and the revision.</summary>
        public bool HasRevision { get; set; } = true;

        public MemoryOwnTopicStore Memory { get; } = new();

        /// <summary>Ends when somebody waits for the topics.</summary>
        public Task IsAsked => asked.Task;

        public void Hold()
        {
            turn.Wait();
            held = true;
        }

        public void Release() => turn.Release();

        public async IAsyncEnumerable<OwnTopic> ListAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            if (held) asked.TrySetResult();
            await turn.WaitAsync(cancellationToken);
            await foreach (var topic in Memory.ListAllAsync(cancellationToken)) yield return topic;
            turn.Release();
        }

        public Task<OwnTopic?> GetAsync(string ownerId, string id, CancellationToken cancellationToken) => Memory.GetAsync(ownerId, id, cancellationToken);

        public Task<IReadOnlyList<OwnTopic>> ListAsync(string ownerId, CancellationToken cancellationToken) => Memory.ListAsync(ownerId, cancellationToken);

        public Task<OwnTopic?> TrySaveAsync(OwnTopic topic, CancellationToken cancellationToken) => Memory.TrySaveAsync(topic, cancellationToken);

        public Task<bool> RemoveAsync(string ownerId, string id, CancellationToken cancellationToken) => Memory.RemoveAsync(ownerId, id, cancellationToken);

        public Task<string> GetRevisionAsync(CancellationToken cancellationToken) =>
            HasRevision ? Memory.GetRevisionAsync(cancellationToken) : Task.FromResult("");

        public void Dispose() => turn.Dispose();
    }
}
