using System.Collections.Concurrent;

namespace Alerts.Infrastructure.Email.Smtp;

/// <summary>
/// The connections of this instance, as many at once as the options allow, whoever needs them. One that is put back stays open for a
/// while, since the next mails are mostly near; then it is closed rather than left to the server's patience.
/// </summary>
internal sealed class SmtpConnections : IDisposable
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);

    private readonly ConcurrentStack<SmtpConnection> idle = new();
    private readonly SemaphoreSlim free;
    private readonly SmtpOptions options;
    private readonly ITimer closing;

    public SmtpConnections(SmtpOptions options, TimeProvider time)
    {
        this.options = options;
        free = new SemaphoreSlim(options.Connections);
        closing = time.CreateTimer(_ => CloseIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int AtOnce => options.Connections;

    /// <summary>Waits until there is room for one.</summary>
    /// <returns>Null where there was none in time.</returns>
    public async Task<SmtpConnection?> TakeAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (patience <= TimeSpan.Zero || !await free.WaitAsync(patience, cancellationToken))
        {
            return null;
        }

        while (idle.TryPop(out var kept))
        {
            if (await kept.IsAliveAsync(cancellationToken))
            {
                return kept;
            }

            kept.Dispose();
        }

        return new SmtpConnection(options);
    }

    public void PutBack(SmtpConnection connection)
    {
        if (connection.IsOpen)
        {
            idle.Push(connection);
            closing.Change(Linger, Timeout.InfiniteTimeSpan);
        }
        else
        {
            connection.Dispose();
        }

        free.Release();
    }

    public void Dispose()
    {
        closing.Dispose();
        CloseIdle();
        free.Dispose();
    }

    private void CloseIdle()
    {
        while (idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }
}
