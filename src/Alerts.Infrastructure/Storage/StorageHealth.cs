using Alerts.Core.Messaging;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;

namespace Alerts.Infrastructure.Storage;

internal sealed class StorageHealth(StorageClients clients, TimeProvider time) : IStorageHealth
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<StorageHealthReport> CheckAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await Task.WhenAll(AskTableAsync(either.Token), clients.Queue(QueueNames.Fetch).GetPropertiesAsync(either.Token));
            return StorageHealthReport.Ok;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or AuthenticationFailedException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new StorageHealthReport(false, ReasonOf(e));
        }
    }

    /// <summary>A query: reading one row that is not there looks the same without the table.</summary>
    private async Task AskTableAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in clients.Table(TableNames.Sources).QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {"health"} and RowKey eq {"check"}"), 1, cancellationToken))
        {
            return;
        }
    }

    private string ReasonOf(Exception e) => e switch
    {
        RequestFailedException { Status: 401 or 403 } =>
            $"Storage at {clients.Tables.Uri.Host} refuses this process: give its identity the roles Storage Table Data Contributor and Storage Queue Data Contributor.",
        RequestFailedException { Status: 404 } => $"Tables or queues are missing at {clients.Tables.Uri.Host}: they are created when the application starts.",
        RequestFailedException { Status: > 0 } refused => $"Storage at {clients.Tables.Uri.Host} answered {refused.Status} {refused.ErrorCode}.",
        AuthenticationFailedException => "No credential for storage could be had: see Alerts:Storage:ManagedIdentityClientId.",
        _ => $"Storage at {clients.Tables.Uri.Host}:{clients.Tables.Uri.Port} does not answer.",
    };
}
