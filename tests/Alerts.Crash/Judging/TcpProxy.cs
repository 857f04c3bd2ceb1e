using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alerts.Crash.Judging;

/// <summary>
/// Stands before a server and does what networks do: is down, resets, is slow, loses answers. A trip wire tells when something
/// passes it.
/// </summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly int target;
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Connection> open = [];
    private readonly Lock gate = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;

    public TcpProxy(int target)
    {
        this.target = target;
        Port = Up(0);
    }

    public int Port { get; }

    /// <summary>Added to each chunk either way.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Asked of each chunk on its way to the server; true loses what the server answers to it.</summary>
    public Func<string, bool> LosesAnswer { get; set; } = _ => false;

    /// <summary>Sees each chunk on its way to the server before the server does; true lets half of it through, and no more.</summary>
    public Func<string, bool> TripWire { get; set; } = _ => false;

    public int Lost { get; private set; }

    /// <summary>Nobody listens, and what was open is reset.</summary>
    public void Down()
    {
        listener?.Stop();
        listener = null;
        ResetAll();
    }

    public void Up()
    {
        if (listener is null)
        {
            Up(Port);
        }
    }

    /// <summary>Resets what is open; new connections are taken.</summary>
    public void ResetAll()
    {
        lock (gate)
        {
            open.ForEach(connection => connection.Reset());
            open.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        Down();
        await accepting;
        stopping.Dispose();
    }

    private int Up(int port)
    {
        var started = new TcpListener(IPAddress.Loopback, port);
        started.Start();
        listener = started;
        accepting = AcceptAsync(started);
        return ((IPEndPoint)started.LocalEndpoint).Port;
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                var connection = new Connection(await from.AcceptSocketAsync(stopping.Token));
                lock (gate)
                {
                    open.RemoveAll(other => other.IsOver);
                    open.Add(connection);
                }

                _ = connection.RunAsync(this);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Down, or stopped.
        }
    }

    private sealed class Connection(Socket client) : IDisposable
    {
        private readonly Socket server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private bool losing;

        public bool IsOver { get; private set; }

        public async Task RunAsync(TcpProxy proxy)
        {
            client.NoDelay = true;
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, proxy.target, proxy.stopping.Token);
                await Task.WhenAny(PumpAsync(client, server, proxy, toServer: true), PumpAsync(server, client, proxy, toServer: false));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The server is not there: the client learns it by the reset.
            }

            Reset();
        }

        public void Dispose() => Reset();

        public void Reset()
        {
            IsOver = true;
            foreach (var socket in (Socket[])[client, server])
            {
                try
                {
                    socket.LingerState = new LingerOption(true, 0);
                    socket.Close();
                }
                catch (Exception e) when (e is SocketException or ObjectDisposedException)
                {
                    // Gone already.
                }
            }
        }

        private async Task PumpAsync(Socket from, Socket to, TcpProxy proxy, bool toServer)
        {
            var bytes = new byte[128 * 1024];
            try
            {
                while (await from.ReceiveAsync(bytes, proxy.stopping.Token) is var count and > 0)
                {
                    var cut = false;
                    if (toServer)
                    {
                        var text = Encoding.Latin1.GetString(bytes, 0, count);
                        losing |= proxy.LosesAnswer(text);
                        cut = proxy.TripWire(text);
                        count = cut ? count / 2 : count;
                    }
                    else if (losing)
                    {
                        proxy.Lost++;
                        return;
                    }

                    if (proxy.Latency > TimeSpan.Zero)
                    {
                        await Task.Delay(proxy.Latency, proxy.stopping.Token);
                    }

                    for (var sent = 0; sent < count;)
                    {
                        sent += await to.SendAsync(bytes.AsMemory(sent, count - sent), proxy.stopping.Token);
                    }

                    if (cut)
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Over.
            }
        }
    }
}
