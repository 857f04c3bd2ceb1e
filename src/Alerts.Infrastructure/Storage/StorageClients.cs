using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace Alerts.Infrastructure.Storage;

/// <summary>The account's clients, made once: they hold the connections.</summary>
internal sealed class StorageClients
{
    private readonly StorageOptions options;

    public StorageClients(IOptions<StorageOptions> options, StorageRequestCounter counter)
    {
        this.options = options.Value;
        var tableOptions = Configure(new TableClientOptions(), counter, "table");
        var queueOptions = Configure(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, counter, "queue");
        if (this.options.AccountName is { Length: > 0 } account)
        {
            var credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = this.options.ManagedIdentityClientId });
            Tables = new TableServiceClient(new Uri($"https://{account}.table.core.windows.net"), credential, tableOptions);
            Queues = new QueueServiceClient(new Uri($"https://{account}.queue.core.windows.net"), credential, queueOptions);
        }
        else
        {
            Tables = new TableServiceClient(this.options.ConnectionString, tableOptions);
            Queues = new QueueServiceClient(this.options.ConnectionString, queueOptions);
        }
    }

    public TableServiceClient Tables { get; }

    public QueueServiceClient Queues { get; }

    public StorageTable Table(string name) => new(TableClient(name));

    public TableClient TableClient(string name) => Tables.GetTableClient(options.Prefix + name);

    public QueueClient Queue(string name) => Queues.GetQueueClient(options.Prefix + name);

    public static bool IsConnectionString(string text)
    {
        try
        {
            _ = new TableServiceClient(text);
            _ = new QueueServiceClient(text);
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static T Configure<T>(T client, StorageRequestCounter counter, string service)
        where T : ClientOptions
    {
        // A transaction takes well below a second; a server that is silent for ten is worth another connection. What is still
        // unavailable after half a minute is the host's matter: it delivers the message again.
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = 4;
        client.Retry.Delay = TimeSpan.FromMilliseconds(200);
        client.Retry.MaxDelay = TimeSpan.FromSeconds(5);
        client.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        client.AddPolicy(new CountingPolicy(counter, service), HttpPipelinePosition.PerRetry);
        client.Diagnostics.IsLoggingContentEnabled = false;
        return client;
    }
}
