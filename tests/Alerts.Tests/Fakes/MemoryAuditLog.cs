using System.Globalization;
using Alerts.Core.Auditing;
using Alerts.Core.Messaging;

namespace Alerts.Tests.Fakes;

public sealed class MemoryAuditLog : IAuditLog
{
    private readonly Lock gate = new();

    /// <summary>Oldest first; tests tamper with it.</summary>
    public List<AuditEntry> Entries { get; } = [];

    public Task<AuditEntry> AppendAsync(AuditAct act, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Entries.Add(AuditChain.Next(Entries.LastOrDefault(), act, Some.Now));
            return Task.FromResult(Entries[^1]);
        }
    }

    public Task<Page<AuditEntry>> ListAsync(int take, string? cursor, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(MemoryPages.Of(
                "audit", Entries.AsEnumerable().Reverse(), entry => (long.MaxValue - entry.Number).ToString("x16", CultureInfo.InvariantCulture), take, cursor));
        }
    }
}
