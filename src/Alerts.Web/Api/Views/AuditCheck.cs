using Alerts.Core.Auditing;

namespace Alerts.Web.Api.Views;

/// <param name="Entries">How many there are, where it is intact.</param>
/// <param name="Head">The newest entry's hash: keep it elsewhere to check against later.</param>
/// <param name="BrokenAt">The entry's number.</param>
public sealed record AuditCheck(bool Intact, long? Entries, string? Head, long? BrokenAt, string? Why)
{
    public static AuditCheck Of(AuditVerdict verdict) => verdict switch
    {
        AuditVerdict.Intact intact => new(true, intact.Entries, intact.Head, null, null),
        AuditVerdict.Broken broken => new(false, null, null, broken.Number, broken.Why),
        _ => throw new InvalidOperationException($"Unknown verdict {verdict}."),
    };
}
