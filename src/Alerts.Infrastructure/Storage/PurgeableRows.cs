using Alerts.Core.Operations;

namespace Alerts.Infrastructure.Storage;

/// <summary>A table whose rows are kept for so many days after they were last written, which the service notes itself.</summary>
internal sealed class PurgeableRows(StorageClients clients, string name, Func<RetentionOptions, int> days) : IPurgeable
{
    private readonly StorageTable table = clients.Table(name);

    public string Name => name;

    public async Task<(int Done, string? Next)> PurgeAsync(RetentionOptions kept, DateTimeOffset now, string? position, CancellationToken cancellationToken)
    {
        var page = await table.ListUnwrittenAsync(name, now.AddDays(-days(kept)), position, cancellationToken);
        await table.DeleteAsync(page.Items, cancellationToken);
        return (page.Items.Count, page.Next);
    }
}
