using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alerts.Tests.Email.Smtp;

/// <summary>Speaks just enough SMTP to refuse, by what stands before the at sign of the recipient.</summary>
internal sealed class StubbornServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task accepting;
    private readonly ConcurrentDictionary<string, bool> seen = new();
    private readonly ConcurrentDictionary<TcpClient, Task> open = new();

    public StubbornServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ConcurrentQueue<string> Accepted { get; } = new();

    public int Connections { get; private set; }

    /// <summary>More than so many at once are turned away.</summary>
    public int MaxConnections { get; init; } = int.MaxValue;

    /// <summary>Called before a mail is answered.</summary>
    public Action Taking { get; set; } = () => { };

    /// <summary>How long it thinks about a mail for "slow".</summary>
    public TimeSpan Slowness { get; init; } = TimeSpan.FromSeconds(30);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(open.Values);
        stopping.Dispose();
    }

    /// <summary>Closes what is open, as a server does that has waited long enough.</summary>
    public void HangUp()
    {
        foreach (var client in open.Keys)
        {
            client.Close();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Connections++;
                open[client] = TalkAsync(client, open.Count >= MaxConnections);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client, bool tooMany)
    {
        try
        {
            await TalkToAsync(client, tooMany);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // The client went away, or is to.
        }

        client.Dispose();
        open.TryRemove(client, out _);
    }

    private async Task TalkToAsync(TcpClient client, bool tooMany)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync(tooMany ? "421 4.7.0 too many connections" : "220 stubborn");
        var recipient = "";
        if (!tooMany)
        {
            while (await reader.ReadLineAsync(stopping.Token) is { } line)
            {
                if (line.StartsWith("RCPT TO:<", StringComparison.OrdinalIgnoreCase))
                    recipient = line[9..line.IndexOf('@', StringComparison.Ordinal)];
                if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 go on");
                    if (recipient == "cut")
                        return;
                    while (await reader.ReadLineAsync(stopping.Token) is { } text && text != ".")
                    {
                        // The message itself is of no interest.
                    }

                    if (recipient == "silent")
                    {
                        Accepted.Enqueue(recipient);
                        return;
                    }

                    if (recipient == "slow")
                        await Task.Delay(Slowness, stopping.Token);
                }

                if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                    Taking();
                var answer = Answer(line.Split([' ', ':'])[0].ToUpperInvariant(), recipient);
                if (answer.StartsWith("250 taken", StringComparison.Ordinal))
                    Accepted.Enqueue(recipient);
                await writer.WriteLineAsync(answer);
                if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) || answer.StartsWith("421", StringComparison.Ordinal))
                    return;
            }
        }
    }

    private string Answer(string command, string recipient) => (command, recipient) switch
    {
        ("RCPT", "new") when seen.TryAdd(recipient, true) => "451 4.7.1 never seen before, come back later",
        ("RCPT", "leaving") when seen.TryAdd(recipient, true) => "421 4.3.2 shutting down",
        ("RCPT", "unknown") => "550 5.1.1 no such mailbox",
        ("RCPT", "bare") => "550 no such user here",
        ("RCPT", "blocked") => "550 5.7.1 your address is on a list",
        ("RCPT", "full") => "552 5.2.2 mailbox full",
        ("RCPT", "greylisted") => "451 4.7.1 come back later",
        ("RCPT", "relay") => "530 5.7.0 login first",
        ("DATA", "spam") => "554 5.7.1 this looks like spam",
        ("DATA", "busy") => "421 4.3.2 shutting down",
        ("DATA", _) => "250 taken",
        _ => "250 fine",
    };
}
