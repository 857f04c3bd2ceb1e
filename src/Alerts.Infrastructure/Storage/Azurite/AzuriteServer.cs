using System.Globalization;

namespace Alerts.Infrastructure.Storage.Azurite;

/// <summary>A running emulator. Disposing stops it; should this process die without, the emulator notices and goes by itself.</summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly IReadOnlyList<AzuriteProcess> processes;
    private readonly bool keepsData;

    internal AzuriteServer(IReadOnlyList<AzuriteProcess> processes, AzuriteSettings ports, bool keepsData)
    {
        this.processes = processes;
        this.keepsData = keepsData;

        // The account and key are the emulator's own, published and the same everywhere.
        ConnectionString = string.Create(
            CultureInfo.InvariantCulture,
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;QueueEndpoint=http://127.0.0.1:{ports.QueuePort}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{ports.TablePort}/devstoreaccount1");
    }

    public string ConnectionString { get; }

    /// <summary>False when it has ended by itself, which means that storage is gone.</summary>
    public bool IsRunning => processes.All(process => !process.HasExited);

    internal IReadOnlyList<int> ProcessIds => [.. processes.Select(process => process.Id)];

    /// <summary>What the end of this process does to the emulator, without the end.</summary>
    internal void CloseInput()
    {
        foreach (var process in processes)
        {
            process.CloseInput();
        }
    }

    /// <summary>kill -9: what it has not written to disk, a few seconds at most, is gone.</summary>
    internal void Kill()
    {
        foreach (var process in processes)
        {
            process.Kill();
        }
    }

    /// <summary>With data to keep it is asked to write it and go; without, it is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (keepsData)
        {
            await Task.WhenAll(processes.Select(process => process.EndAsync(Patience)));
        }

        foreach (var process in processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
        }
    }
}
