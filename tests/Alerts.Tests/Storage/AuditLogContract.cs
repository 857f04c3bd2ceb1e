using Alerts.Core.Auditing;
using Alerts.Tests.Azurite;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Storage;

public abstract class AuditLogContract : StoreContract<IAuditLog>
{
    [Fact]
    public async Task Entries_are_chained_and_listed_newest_first()
    {
        var log = await NewStoreAsync();
        var first = await log.AppendAsync(new AuditAct("key:a Ops", "createKey", "/api/keys/b"), Cancellation);
        var second = await log.AppendAsync(new AuditAct("command line:ops", "removeSource", "s1", "한국어 ✓"), Cancellation);

        Assert.Equal((1, AuditChain.Root), (first.Number, first.PreviousHash));
        Assert.Equal((2, first.Hash), (second.Number, second.PreviousHash));
        var page = await log.ListAsync(1, cursor: null, Cancellation);
        Assert.Equal([second], page.Items);
        Assert.Equal([first], (await log.ListAsync(1, page.Next, Cancellation)).Items);
        Assert.Equal(new AuditVerdict.Intact(2, second.Hash), await AuditChain.VerifyAsync(log, first.Hash, Cancellation));
    }

    [Fact]
    public async Task An_empty_log_is_intact() =>
        Assert.Equal(new AuditVerdict.Intact(0, AuditChain.Root), await AuditChain.VerifyAsync(await NewStoreAsync(), known: null, Cancellation));

    [Fact]
    public async Task Of_many_who_append_at_once_all_get_a_place()
    {
        var log = await NewStoreAsync();

        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => log.AppendAsync(new AuditAct($"key:{i}", "createKey", $"{i}"), Cancellation)));

        Assert.Equal(24, Assert.IsType<AuditVerdict.Intact>(await AuditChain.VerifyAsync(log, known: null, Cancellation)).Entries);
        Assert.Equal(24, (await log.ListAsync(100, cursor: null, Cancellation)).Items.Select(entry => entry.Act.Actor).Distinct().Count());
    }

    public sealed class InMemory : AuditLogContract
    {
        protected override Task<IAuditLog> NewStoreAsync() => Task.FromResult<IAuditLog>(new MemoryAuditLog());
    }

    public sealed class InTables(AzuriteFixture azurite) : AuditLogContract
    {
        protected override Task<IAuditLog> NewStoreAsync() => InStorageAsync(azurite);
    }
}
