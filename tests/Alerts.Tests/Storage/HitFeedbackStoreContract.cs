using Alerts.Core.Hits;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class HitFeedbackStoreContract : StoreContract<IHitFeedbackStore>
{
    [Fact]
    public async Task Marks_are_one_a_hit_and_person_and_can_be_taken_back()
    {
        var store = await NewStoreAsync();
        HitFeedback Mark(int hit, string by, string? note = null) => HitFeedback.Of(Some.Hit(hit), by, Some.Now, note);
        await store.SaveAsync([Mark(1, "reader 1"), Mark(1, "desk", "first"), Mark(2, "desk")], Cancellation);
        await store.SaveAsync([Mark(1, "desk", "second")], Cancellation);

        Assert.Equal(["desk", "reader 1"], (await store.ListByHitAsync(Some.Hit(1).Id, Cancellation)).Select(mark => mark.By).Order());
        Assert.Equal("second", (await store.ListByHitAsync(Some.Hit(1).Id, Cancellation)).Single(mark => mark.By == "desk").Note);
        await store.RemoveAsync([Mark(1, "desk")], Cancellation);
        Assert.Equal("reader 1", Assert.Single(await store.ListByHitAsync(Some.Hit(1).Id, Cancellation)).By);
        Assert.Equal(2, await store.ListByTopicAsync("dprk-crypto", Cancellation).CountAsync(Cancellation));
        Assert.Empty(await store.ListByTopicAsync("exchange-hack", Cancellation).ToListAsync(Cancellation));
    }

    public sealed class InMemory : HitFeedbackStoreContract
    {
        protected override Task<IHitFeedbackStore> NewStoreAsync() => Task.FromResult<IHitFeedbackStore>(new MemoryHitFeedbackStore());
    }

    public sealed class InTables(AzuriteFixture azurite) : HitFeedbackStoreContract
    {
        protected override Task<IHitFeedbackStore> NewStoreAsync() => InStorageAsync(azurite);
    }
}
