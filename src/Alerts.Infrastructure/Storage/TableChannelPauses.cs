using Alerts.Core.Delivery.Operating;
using Alerts.Core.Subscriptions;
using Azure.Data.Tables;

namespace Alerts.Infrastructure.Storage;

/// <summary>Table <c>channelpauses</c>: one partition, row key = the channel; empty most of the time.</summary>
internal sealed class TableChannelPauses(StorageClients clients) : IChannelPauses
{
    private const string Partition = "pause";

    private readonly StorageTable table = clients.Table(TableNames.ChannelPauses);

    public async Task<IReadOnlyList<ChannelPause>> ListAsync(CancellationToken cancellationToken)
    {
        var pauses = new List<ChannelPause>();
        await foreach (var row in table.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), int.MaxValue, cancellationToken))
        {
            pauses.Add(RowPayload.Value<ChannelPause>(row));
        }

        return pauses;
    }

    public Task PauseAsync(ChannelPause pause, CancellationToken cancellationToken) => table.UpsertAsync([RowPayload.Row(KeyOf(pause.Channel), pause)], cancellationToken);

    public Task<bool> ResumeAsync(ChannelKind channel, CancellationToken cancellationToken) => table.DeleteAsync(KeyOf(channel), cancellationToken);

    private static RowKey KeyOf(ChannelKind channel) => new(Partition, channel.ToString());
}
