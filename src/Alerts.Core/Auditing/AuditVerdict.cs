namespace Alerts.Core.Auditing;

/// <summary>What checking the chain found.</summary>
public abstract record AuditVerdict
{
    private AuditVerdict()
    {
    }

    /// <param name="Head">The newest entry's hash. Kept elsewhere, it proves later that nothing before it was changed.</param>
    public sealed record Intact(long Entries, string Head) : AuditVerdict;

    /// <param name="Number">The entry at which the chain breaks, seen from the newest.</param>
    public sealed record Broken(long Number, string Why) : AuditVerdict;
}
