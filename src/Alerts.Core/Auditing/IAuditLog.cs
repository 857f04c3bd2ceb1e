using Alerts.Core.Messaging;

namespace Alerts.Core.Auditing;

/// <summary>Administrative acts in the order in which they were done. Nothing is ever changed or taken out.</summary>
public interface IAuditLog
{
    /// <summary>Puts an act at the end of the chain. Instances that append at once wait for each other.</summary>
    Task<AuditEntry> AppendAsync(AuditAct act, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<AuditEntry>> ListAsync(int take, string? cursor, CancellationToken cancellationToken);
}
