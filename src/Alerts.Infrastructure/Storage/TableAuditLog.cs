using System.Globalization;
using Alerts.Core.Auditing;
using Alerts.Core.Messaging;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>auditlog</c>: one partition, row key = the number counted down, so that the newest entry is the first row. An append reads
/// that row and adds the next one; of two that do so at once the key lets one through, and the other reads again.
/// </summary>
internal sealed class TableAuditLog(StorageClients clients, TimeProvider time) : IAuditLog
{
    private const string Partition = "audit";
    private const string Listing = "audit";

    private readonly StorageTable table = clients.Table(TableNames.AuditLog);

    public async Task<AuditEntry> AppendAsync(AuditAct act, CancellationToken cancellationToken)
    {
        while (true)
        {
            var last = (await ListAsync(take: 1, cursor: null, cancellationToken)).Items;
            var entry = AuditChain.Next(last.Count > 0 ? last[0] : null, act, time.GetUtcNow());
            if (await table.TryAddAsync(RowPayload.Row(KeyOf(entry.Number), entry), cancellationToken))
            {
                return entry;
            }
        }
    }

    public Task<Page<AuditEntry>> ListAsync(int take, string? cursor, CancellationToken cancellationToken) =>
        table.PageAsync(Listing, PartitionSpan.StartingWith(Partition), take, cursor, RowPayload.Value<AuditEntry>, cancellationToken);

    private static RowKey KeyOf(long number) => new(Partition, (long.MaxValue - number).ToString("x16", CultureInfo.InvariantCulture));
}
