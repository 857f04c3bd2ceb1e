using Alerts.Core.Incidents;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class IncidentStoreContract : StoreContract<IIncidentStore>
{
    [Fact]
    public async Task A_shipped_incident_comes_back_as_it_was_saved()
    {
        var store = await NewStoreAsync();
        var saved = await store.TrySaveAsync(ShippedIncidents.Find("upbit-2019-11")!, Cancellation);

        Assert.Equivalent(saved, await store.GetAsync("upbit-2019-11", Cancellation), strict: true);
        Assert.Null(await store.GetAsync("absent", Cancellation));
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told_to_read_again()
    {
        var store = await NewStoreAsync();
        var first = (await store.TrySaveAsync(ShippedIncidents.All[0], Cancellation))!;

        Assert.Null(await store.TrySaveAsync(ShippedIncidents.All[0], Cancellation));
        Assert.NotNull(await store.TrySaveAsync(first with { Note = "second" }, Cancellation));
        Assert.Null(await store.TrySaveAsync(first with { Note = "late" }, Cancellation));
        Assert.Equal("second", (await store.GetAsync(first.Id, Cancellation))!.Note);
    }

    [Fact]
    public async Task Incidents_are_listed_by_their_day_newest_first_over_pages()
    {
        var store = await NewStoreAsync();
        await store.TrySaveAsync(ShippedIncidents.Find("wazirx-2024-07")! with { MergedInto = "bybit-2025-02" }, Cancellation);
        foreach (var id in new[] { "upbit-2019-11", "bybit-2025-02", "ronin-2022-03", "upbit-2025-11", "mt-gox-2014-02" })
        {
            await store.TrySaveAsync(ShippedIncidents.Find(id)!, Cancellation);
        }

        var ids = new List<string>();
        string? cursor = null;
        do
        {
            var page = await store.ListAsync(2, cursor, Cancellation);
            ids.AddRange(page.Items.Select(incident => incident.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(["upbit-2025-11", "bybit-2025-02", "ronin-2022-03", "upbit-2019-11", "mt-gox-2014-02"], ids);
    }

    public sealed class InMemory : IncidentStoreContract
    {
        protected override Task<IIncidentStore> NewStoreAsync() => Task.FromResult<IIncidentStore>(new MemoryIncidentStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : IncidentStoreContract
    {
        protected override Task<IIncidentStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
