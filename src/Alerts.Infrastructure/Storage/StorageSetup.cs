using Alerts.Core.Messaging;
using Azure;
using Azure.Data.Tables.Models;

namespace Alerts.Infrastructure.Storage;

/// <summary>Makes what is not there yet: tables, queues and their poison queues. Every start may call it.</summary>
public sealed class StorageSetup
{
    private readonly StorageClients clients;

    internal StorageSetup(StorageClients clients) => this.clients = clients;

    public Task CreateAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Concurrently.RunAsync(TableNames.All, CreateTableAsync, cancellationToken),
        Concurrently.RunAsync([.. QueueNames.All.Concat(QueueNames.All.Select(QueueNames.PoisonOf))], CreateQueueAsync, cancellationToken));

    private async Task CreateTableAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await clients.TableClient(name).CreateIfNotExistsAsync(cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == TableErrorCode.TableAlreadyExists)
        {
            // Two instances start at once.
        }
    }

    private Task CreateQueueAsync(string name, CancellationToken cancellationToken) => clients.Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
}
