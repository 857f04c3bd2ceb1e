using Alerts.Core.Matching.Own;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class OwnTopicStoreContract : StoreContract<IOwnTopicStore>
{
    [Fact]
    public async Task A_topic_comes_back_as_it_was_saved_and_only_to_its_owner()
    {
        var store = await NewStoreAsync();
        var trial = new TrialSummary(Some.Now.AddDays(-30), Some.Now, 100, null, 3, 2, 0.7, 3, 0, [new TrialWeek(new DateOnly(2026, 3, 9), 3, 2)], [new TrialSource("p", 3, 100)], new TrialMails(1, 1, 1, 1));
        var saved = (await store.TrySaveAsync(Topic("a", "Acme") with { Versions = [new OwnTopicVersion(1, "\"Acme\"", Some.Now, trial)] }, Cancellation))!;

        Assert.Equivalent(saved, await store.GetAsync("a", saved.Id, Cancellation), strict: true);
        Assert.Null(await store.GetAsync("b", saved.Id, Cancellation));
        Assert.Empty(await store.ListAsync("b", Cancellation));
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told_to_read_again()
    {
        var store = await NewStoreAsync();
        var first = (await store.TrySaveAsync(Topic("a", "Acme"), Cancellation))!;

        Assert.Null(await store.TrySaveAsync(Topic("a", "Acme"), Cancellation));
        Assert.NotNull(await store.TrySaveAsync(first with { Versions = [.. first.Versions, new OwnTopicVersion(2, "\"Acme Corp\"", Some.Now, null)] }, Cancellation));
        Assert.Null(await store.TrySaveAsync(first, Cancellation));
        Assert.Equal(2, (await store.GetAsync("a", first.Id, Cancellation))!.Current.Number);
    }

    [Fact]
    public async Task The_revision_is_empty_at_first_and_changes_with_every_save_and_removal()
    {
        var store = await NewStoreAsync();
        var revisions = new List<string> { await store.GetRevisionAsync(Cancellation) };
        await store.TrySaveAsync(Topic("a", "Acme"), Cancellation);
        revisions.Add(await store.GetRevisionAsync(Cancellation));
        await store.TrySaveAsync(Topic("b", "Acme"), Cancellation);
        revisions.Add(await store.GetRevisionAsync(Cancellation));
        await store.RemoveAsync("a", OwnTopic.IdOf("a", "Acme"), Cancellation);
        revisions.Add(await store.GetRevisionAsync(Cancellation));

        Assert.Equal("", revisions[0]);
        Assert.Equal(4, revisions.Distinct().Count());
    }

    [Fact]
    public async Task All_of_an_owner_are_listed_by_name_and_all_of_all_owners_once()
    {
        var store = await NewStoreAsync();
        foreach (var name in (string[])["zeta", "Alpha", "mid"])
        {
            await store.TrySaveAsync(Topic("a0", name), Cancellation);
        }

        await store.TrySaveAsync(Topic("a01", "other"), Cancellation);
        await store.TrySaveAsync(Topic("ff", "last"), Cancellation);
        Assert.True(await store.RemoveAsync("a0", OwnTopic.IdOf("a0", "MID"), Cancellation));
        Assert.False(await store.RemoveAsync("a0", OwnTopic.IdOf("a0", "mid"), Cancellation));

        Assert.Equal(["Alpha", "zeta"], (await store.ListAsync("a0", Cancellation)).Select(topic => topic.Name));
        Assert.Equal(["Alpha", "last", "other", "zeta"], (await store.ListAllAsync(Cancellation).ToListAsync(Cancellation)).Select(topic => topic.Name).Order(StringComparer.OrdinalIgnoreCase));
    }

    private static OwnTopic Topic(string owner, string name) => new()
    {
        Id = OwnTopic.IdOf(owner, name),
        OwnerId = owner,
        Name = name,
        CreatedAt = Some.Now,
        Versions = [new OwnTopicVersion(1, "\"Acme\"", Some.Now, null)],
    };

    public sealed class InMemory : OwnTopicStoreContract
    {
        protected override Task<IOwnTopicStore> NewStoreAsync() => Task.FromResult<IOwnTopicStore>(new MemoryOwnTopicStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : OwnTopicStoreContract
    {
        protected override Task<IOwnTopicStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
