using System.Globalization;

namespace Alerts.Core.Auditing;

/// <summary>
/// Makes and checks the chain. Each entry holds the hash of the one before, so what was changed, taken out or put in later shows;
/// what was cut off at the end, or written anew from some entry on, shows to whoever kept a hash of a later entry.
/// </summary>
public static class AuditChain
{
    /// <summary>Stands before the first entry.</summary>
    public static string Root { get; } = new('0', 64);

    private const int PageSize = 500;

    public static AuditEntry Next(AuditEntry? last, AuditAct act, DateTimeOffset at)
    {
        var entry = new AuditEntry((last?.Number ?? 0) + 1, at.ToUniversalTime(), act, last?.Hash ?? Root, Hash: "");
        return entry with { Hash = HashOf(entry) };
    }

    public static string HashOf(AuditEntry entry) => DerivedId.Whole(
        entry.Number.ToString(CultureInfo.InvariantCulture), entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture),
        entry.Act.Actor, entry.Act.Action, entry.Act.Target, entry.Act.Detail, entry.PreviousHash);

    /// <summary>Reads the whole log, from the newest entry back to the first.</summary>
    /// <param name="known">The hash of an entry that was read earlier and kept elsewhere; it must still be in the chain.</param>
    public static async Task<AuditVerdict> VerifyAsync(IAuditLog log, string? known, CancellationToken cancellationToken)
    {
        AuditEntry? newest = null, later = null;
        var met = known is null;
        string? cursor = null;
        do
        {
            var page = await log.ListAsync(PageSize, cursor, cancellationToken);
            foreach (var entry in page.Items)
            {
                if (WhyNot(entry, later) is { } why)
                {
                    return new AuditVerdict.Broken(entry.Number, why);
                }

                newest ??= entry;
                later = entry;
                met |= entry.Hash == known;
            }

            cursor = page.Next;
        }
        while (cursor is not null);

        return later is not null and not { Number: 1 } ? new AuditVerdict.Broken(later.Number, $"entries 1 to {later.Number - 1} are missing")
            : later is not null && later.PreviousHash != Root ? new AuditVerdict.Broken(1, "the first entry does not begin the chain")
            : !met ? new AuditVerdict.Broken(newest?.Number ?? 0, "the hash that was known is in no entry: the end was cut off or written anew")
            : new AuditVerdict.Intact(newest?.Number ?? 0, newest?.Hash ?? Root);
    }

    private static string? WhyNot(AuditEntry entry, AuditEntry? later) =>
        HashOf(entry) != entry.Hash ? "its hash does not fit its content"
        : later is null ? null
        : later.Number != entry.Number + 1 ? $"entries {entry.Number + 1} to {later.Number - 1} are missing"
        : later.PreviousHash != entry.Hash ? $"entry {later.Number} was made after another one"
        : null;
}
