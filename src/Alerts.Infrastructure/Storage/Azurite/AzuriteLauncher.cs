using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Alerts.Infrastructure.Storage.Azurite;

/// <summary>
/// Starts Azurite's table and queue services, each in a process of its own: either keeps one core busy. Version checks of the
/// API are off, because the queue client speaks a newer one than the emulator knows.
/// </summary>
public static class AzuriteLauncher
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    /// <param name="tell">Told when something takes long: the first installation.</param>
    public static async Task<AzuriteOutcome> StartAsync(AzuriteSettings settings, Action<string> tell, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(tell);
        settings = settings with
        {
            ToolsDirectory = Path.GetFullPath(settings.ToolsDirectory),
            DataDirectory = settings.DataDirectory is { } directory ? Path.GetFullPath(directory) : null,
        };
        if (await AzuriteInstaller.EnsureAsync(settings.ToolsDirectory, tell, cancellationToken) is { } complaint)
        {
            return complaint;
        }

        if (settings.DataDirectory is { } data)
        {
            Directory.CreateDirectory(data);
            await AzuriteProcessFile.AwaitPreviousAsync(data, cancellationToken);
        }

        var ports = settings with { QueuePort = FreePort(settings.QueuePort), TablePort = FreePort(settings.TablePort) };
        foreach (var port in new[] { ports.QueuePort, ports.TablePort })
        {
            if (IsTaken(port))
            {
                return new AzuriteOutcome.PortInUse(port);
            }
        }

        var queue = Start(settings, "queue", ports.QueuePort);
        var table = Start(settings, "table", ports.TablePort);
        if (settings.DataDirectory is not null)
        {
            AzuriteProcessFile.Write(settings.DataDirectory, [queue.Id, table.Id]);
        }

        var server = new AzuriteServer([queue, table], ports, keepsData: settings.DataDirectory is not null);
        AzuriteOutcome? outcome = null;
        try
        {
            outcome = await AwaitAsync(queue, ports.QueuePort, cancellationToken) ?? await AwaitAsync(table, ports.TablePort, cancellationToken) ?? new AzuriteOutcome.Started(server);
            return outcome;
        }
        finally
        {
            if (outcome is not AzuriteOutcome.Started)
            {
                await server.DisposeAsync();
            }
        }
    }

    private static AzuriteProcess Start(AzuriteSettings settings, string service, int port)
    {
        var script = AzuriteInstaller.ScriptOf(settings.ToolsDirectory, service);
        var number = port.ToString(CultureInfo.InvariantCulture);
        List<string> arguments =
            ["-e", AzuriteGuard.Script, "--", script, "--silent", "--skipApiVersionCheck", "--disableTelemetry", $"--{service}Host", "127.0.0.1", $"--{service}Port", number];
        arguments.AddRange(settings.DataDirectory is { } data ? ["--location", data] : ["--inMemoryPersistence"]);
        return new AzuriteProcess("node", arguments);
    }

    private static async Task<AzuriteOutcome?> AwaitAsync(AzuriteProcess process, int port, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (!await AnswersAsync(port, cancellationToken))
        {
            if (process.HasExited)
            {
                return process.Said.Contains("EADDRINUSE", StringComparison.Ordinal) ? new AzuriteOutcome.PortInUse(port) : new AzuriteOutcome.StartFailed(process.Said);
            }

            if (clock.Elapsed > Patience)
            {
                return new AzuriteOutcome.StartFailed($"nothing answered on port {port} for {Patience.TotalSeconds} seconds. {process.Said}");
            }

            await Task.Delay(Glance, cancellationToken);
        }

        return null;
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort(int port)
    {
        if (port != 0)
        {
            return port;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsTaken(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
