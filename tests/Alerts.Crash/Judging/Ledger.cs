using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Alerts.Crash.Judging;

/// <summary>A real mail server that keeps account of what it has accepted: its word counts, not that of the sender.</summary>
internal sealed class Ledger : MessageStore, IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Recipient, string MessageId)> accepted = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;

    public Ledger()
    {
        Port = Loopback.FreePort();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(this);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        serving = new SmtpServer.SmtpServer(options, services).StartAsync(stopping.Token);
    }

    public int Port { get; }

    public int Count => accepted.Count;

    /// <summary>What was accepted after the first so many.</summary>
    public IReadOnlyList<(string Recipient, string MessageId)> Since(int count) => [.. accepted.Skip(count)];

    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var mail = MimeMessage.Load(new MemoryStream(buffer.ToArray()), cancellationToken);
        foreach (var recipient in transaction.To)
        {
            accepted.Enqueue(($"{recipient.User}@{recipient.Host}", mail.MessageId ?? ""));
        }

        return Task.FromResult(SmtpResponse.Ok);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }
}
