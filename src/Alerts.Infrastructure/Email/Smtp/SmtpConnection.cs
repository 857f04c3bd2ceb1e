using System.Net;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Alerts.Infrastructure.Email.Smtp;

/// <summary>One connection for many messages.</summary>
internal sealed class SmtpConnection(SmtpOptions options) : IDisposable
{
    private readonly SmtpClient client = new() { Timeout = (int)options.Timeout.TotalMilliseconds };

    /// <summary>False after an attempt to connect or to log in failed.</summary>
    public bool IsReachable { get; private set; } = true;

    public bool IsOpen => client.IsConnected;

    /// <summary>Asks a connection that was idle whether the server still listens.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (IsBroken(e) || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Connects and logs in where that has not been done, or was undone by a failure.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (client.IsConnected && (string.IsNullOrEmpty(options.User) || client.IsAuthenticated))
            return;

        IsReachable = false;
        if (client.IsConnected)
            await client.DisconnectAsync(quit: false, cancellationToken);
        await ConnectAsync(cancellationToken);
        if (!string.IsNullOrEmpty(options.User))
            await client.AuthenticateAsync(options.User, options.Password ?? "", cancellationToken);
        IsReachable = true;
    }

    /// <returns>What the server answered.</returns>
    public async Task<string> SendAsync(MimeMessage message, string from, string to, CancellationToken cancellationToken)
    {
        // The envelope is stated, not taken from the headers: bounces go to the sender, the mail to this one recipient.
        return await client.SendAsync(message, new MailboxAddress("", from), [new MailboxAddress("", to)], cancellationToken);
    }

    public void Dispose()
    {
        try
        {
            if (client.IsConnected)
                client.Disconnect(quit: true);
        }
        catch (Exception e) when (IsBroken(e) || e is OperationCanceledException)
        {
            // Everything was answered already; a server that does not take leave costs nothing.
        }

        client.Dispose();
    }

    private static bool IsBroken(Exception e) =>
        e is IOException or SocketException or TimeoutException or MailKit.ServiceNotConnectedException or MailKit.ProtocolException or MailKit.CommandException;

    /// <summary>
    /// Over a socket without Nagle's delay: a mail is a dialogue of small packets, and each pause in it would cost 40 ms. A server may have
    /// that delay itself: it shows where two commands go in one packet and are answered in two. That saves a round trip, which on the same machine
    /// is nothing.
    /// </summary>
    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, limit.Token);
            await client.ConnectAsync(socket, options.Host, options.Port, Security(), limit.Token);
            if (socket.RemoteEndPoint is IPEndPoint { Address: var address } && IPAddress.IsLoopback(address))
                client.Capabilities &= ~SmtpCapabilities.Pipelining;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private SecureSocketOptions Security() => options.Security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
