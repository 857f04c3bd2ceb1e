using Alerts.Core.Auditing;
using Alerts.Tests.Fakes;

namespace Alerts.Tests.Auditing;

public sealed class AuditChainTests
{
    private readonly MemoryAuditLog log = new();

    public static TheoryData<string, Action<List<AuditEntry>>, string> Tampering => new()
    {
        { "an act changed", entries => entries[2] = entries[2] with { Act = entries[2].Act with { Target = "other" } }, "its hash does not fit its content" },
        { "an actor blamed", entries => entries[2] = entries[2] with { Act = entries[2].Act with { Actor = "key:else" } }, "its hash does not fit its content" },
        { "a time moved", entries => entries[2] = entries[2] with { At = entries[2].At.AddTicks(1) }, "its hash does not fit its content" },
        { "an entry changed with its hash", entries => entries[2] = Rehash(entries[2] with { Act = entries[2].Act with { Detail = "x" } }), "entry 4 was made after another one" },
        { "an entry taken out", entries => entries.RemoveAt(2), "entries 3 to 3 are missing" },
        { "the beginning taken out", entries => entries.RemoveRange(0, 2), "entries 1 to 2 are missing" },
        { "another beginning", entries => entries[0] = Rehash(entries[0] with { PreviousHash = new string('1', 64) }), "entry 2 was made after another one" },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task What_was_tampered_with_shows(string what, Action<List<AuditEntry>> tamper, string why)
    {
        await AppendAsync(5);
        tamper(log.Entries);

        Assert.Equal(why, Assert.IsType<AuditVerdict.Broken>(await VerifyAsync(known: null)).Why);
        Assert.NotEmpty(what);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_shows_to_whoever_kept_a_hash()
    {
        await AppendAsync(5);
        var known = log.Entries[4].Hash;
        log.Entries.RemoveAt(4);

        Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(known: null));
        Assert.IsType<AuditVerdict.Broken>(await VerifyAsync(known));
    }

    [Fact]
    public void Parts_cannot_be_moved_from_one_member_to_the_next()
    {
        var one = AuditChain.Next(null, new AuditAct("a", "bc", "d"), Some.Now);

        Assert.NotEqual(one.Hash, AuditChain.Next(null, new AuditAct("ab", "c", "d"), Some.Now).Hash);
    }

    private static AuditEntry Rehash(AuditEntry entry) => entry with { Hash = AuditChain.HashOf(entry) };

    private async Task AppendAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await log.AppendAsync(new AuditAct("key:a", "createKey", $"{i}"), TestContext.Current.CancellationToken);
        }
    }

    private Task<AuditVerdict> VerifyAsync(string? known) => AuditChain.VerifyAsync(log, known, TestContext.Current.CancellationToken);
}
