using Alerts.Core.Incidents;
using Alerts.Core.Messaging;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>
/// Table <c>incidents</c>: partition = the id's first two digits, row key = id.
/// Table <c>incidentlog</c>, the order of the listing: partition = month, row key = <c>opened.id</c>, both newest first. Its row is
/// written once, before the incident's, so it may be left over but never missing.
/// </summary>
internal sealed class TableIncidentStore(StorageClients clients) : IIncidentStore
{
    private const string IdColumn = "IncidentId";
    private const string Listing = "incidents";

    private readonly StorageTable incidents = clients.Table(TableNames.Incidents);
    private readonly StorageTable log = clients.Table(TableNames.IncidentLog);

    public async Task<Incident?> GetAsync(string id, CancellationToken cancellationToken) =>
        await incidents.FindAsync(RowKey.ByShard(id), cancellationToken) is { } row ? Read(row) : null;

    public async Task<Incident?> TrySaveAsync(Incident incident, CancellationToken cancellationToken)
    {
        if (incident.Version is null)
        {
            var key = LogKey(incident);
            await log.UpsertAsync([new TableEntity(key.Partition, key.Row) { [IdColumn] = incident.Id }], cancellationToken);
        }

        var etag = await incidents.TrySaveAsync(RowPayload.Row(RowKey.ByShard(incident.Id), incident with { Version = null }), incident.Version, cancellationToken);
        return etag is null ? null : incident with { Version = etag };
    }

    public async Task<Page<Incident>> ListAsync(int take, string? cursor, CancellationToken cancellationToken)
    {
        var items = new List<Incident>();
        while (true)
        {
            var page = await log.PageAsync(Listing, PartitionSpan.All, take - items.Count, cursor, row => row, cancellationToken);
            var rows = await incidents.FindScatteredAsync(page.Items.Select(row => RowKey.ByShard(row.GetString(IdColumn))), cancellationToken);
            var stored = rows.Select(Read).ToDictionary(incident => incident.Id);
            foreach (var row in page.Items)
            {
                if (stored.TryGetValue(row.GetString(IdColumn), out var incident) && LogKey(incident) == RowKey.Of(row) && Incident.IsListed(incident))
                {
                    items.Add(incident);
                }
            }

            cursor = page.Next;
            if (cursor is null || items.Count == take)
            {
                return new Page<Incident>(items, cursor);
            }
        }
    }

    private static RowKey LogKey(Incident incident) =>
        new(TableKey.NewestMonthFirst(incident.OpenedAt), $"{TableKey.NewestFirst(incident.OpenedAt)}.{TableKey.Escape(incident.Id)}");

    private static Incident Read(TableEntity row) => RowPayload.Value<Incident>(row) with { Version = row.ETag.ToString() };
}
