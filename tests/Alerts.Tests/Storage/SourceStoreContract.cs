using Alerts.Core.Sources;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class SourceStoreContract : StoreContract<ISourceStore>
{
    [Fact]
    public async Task A_source_comes_back_as_it_was_added()
    {
        var store = await NewStoreAsync();
        var source = Some.Source() with
        {
            Tier = SourceTier.Official,
            Language = "ko",
            Interval = TimeSpan.FromMinutes(7),
            Definition = """{"items":"$.list"}""",
            State = new SourceState { ETag = "\"abc\"", Health = SourceHealth.Degraded, Reason = "시간 초과", MovedTo = new Uri("https://new.example/"), EntriesPerDay = 1.5, Seen = Seen("a") },
        };

        Assert.True(await store.AddIfAbsentAsync(source, Cancellation));

        var stored = Assert.Single(await store.GetAsync([source.Id, "absent"], Cancellation));
        Assert.Equal(source with { State = stored.State }, stored);
        Assert.Equivalent(source.State with { Seen = SeenEntries.Empty }, stored.State with { Seen = SeenEntries.Empty });
        Assert.Equal(EntrySighting.Unchanged, stored.State.Seen.Look("a", "a"));
    }

    [Fact]
    public async Task A_source_that_is_there_is_left_as_it_was()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync(Some.Source(), Cancellation);

        Assert.False(await store.AddIfAbsentAsync(Some.Source() with { Name = "Other" }, Cancellation));
        Assert.Equal("News 1", Assert.Single(await store.ListAsync(Cancellation)).Name);
    }

    [Fact]
    public async Task Sources_are_listed_by_id_without_the_entries_seen()
    {
        var store = await NewStoreAsync();
        foreach (var number in Enumerable.Range(1, 12))
        {
            await store.AddIfAbsentAsync(Some.Source(number) with { State = new SourceState { Seen = Seen("a") } }, Cancellation);
        }

        var listed = await store.ListAsync(Cancellation);

        Assert.Equal(12, listed.Count);
        Assert.Equal(listed.Select(source => source.Id).Order(StringComparer.Ordinal), listed.Select(source => source.Id));
        Assert.All(listed, source => Assert.Equal(0, source.State.Seen.Count));
    }

    [Fact]
    public async Task Sources_are_got_by_id_in_order_with_the_entries_seen_whatever_stands_between()
    {
        var store = await NewStoreAsync();
        foreach (var number in Enumerable.Range(1, 40))
        {
            await store.AddIfAbsentAsync(Some.Source(number) with { State = new SourceState { Seen = Seen("a") } }, Cancellation);
        }

        var ids = Enumerable.Range(1, 40).Select(number => Some.Source(number).Id).Order(StringComparer.Ordinal).ToList();
        List<string> apart = [ids[0], ids[1], ids[20], ids[39]];

        Assert.Equal(apart, (await store.GetAsync([.. apart.AsEnumerable().Reverse()], Cancellation)).Select(source => source.Id));
        Assert.All(await store.GetAsync(ids[3..9], Cancellation), source => Assert.Equal(1, source.State.Seen.Count));
        Assert.Equal(ids[3..9], (await store.GetAsync(ids[3..9], Cancellation)).Select(source => source.Id));
        Assert.Empty(await store.GetAsync([], Cancellation));
    }

    [Fact]
    public async Task The_operator_writes_the_definition_and_the_fetch_stage_the_state()
    {
        var store = await NewStoreAsync();
        await store.AddIfAbsentAsync(Some.Source(), Cancellation);
        await store.SaveStatesAsync([(Some.Source().Id, new SourceState { ETag = "e1", Seen = Seen("a") })], Cancellation);

        Assert.True(await store.UpdateAsync(Some.Source() with { Name = "Renamed", Enabled = false }, Cancellation));
        await store.SaveStatesAsync([(Some.Source().Id, new SourceState { ETag = "e2" })], Cancellation);

        var stored = Assert.Single(await store.GetAsync([Some.Source().Id], Cancellation));
        Assert.Equal(("Renamed", false, "e2"), (stored.Name, stored.Enabled, stored.State.ETag));
        Assert.Equal(EntrySighting.Unchanged, stored.State.Seen.Look("a", "a"));
    }

    [Fact]
    public async Task A_removed_source_stays_removed_and_the_states_of_the_others_are_saved()
    {
        var store = await NewStoreAsync();
        foreach (var number in Enumerable.Range(1, 5))
        {
            await store.AddIfAbsentAsync(Some.Source(number), Cancellation);
        }

        Assert.True(await store.RemoveAsync(Some.Source(3).Id, Cancellation));
        Assert.False(await store.RemoveAsync(Some.Source(3).Id, Cancellation));
        await store.SaveStatesAsync([.. Enumerable.Range(1, 5).Select(number => (Some.Source(number).Id, new SourceState { EntriesListed = number }))], Cancellation);

        Assert.Equal([1, 2, 4, 5], (await store.ListAsync(Cancellation)).Select(source => source.State.EntriesListed).Order());
        Assert.False(await store.UpdateAsync(Some.Source(3), Cancellation));
    }

    private static SeenEntries Seen(string entry) => SeenEntries.Empty.With([(entry, entry)]);

    public sealed class InMemory : SourceStoreContract
    {
        protected override Task<ISourceStore> NewStoreAsync() => Task.FromResult<ISourceStore>(new MemorySourceStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : SourceStoreContract
    {
        protected override Task<ISourceStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
