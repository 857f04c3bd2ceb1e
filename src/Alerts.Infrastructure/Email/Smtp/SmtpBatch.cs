using System.Collections.Concurrent;
using Alerts.Core.Delivery;

namespace Alerts.Infrastructure.Email.Smtp;

/// <summary>The mails of one batch that are still to be begun, and how many connections are at them.</summary>
internal sealed class SmtpBatch(IEnumerable<(EmailToSend Item, ComposedEmail Email)> mails)
{
    private readonly ConcurrentQueue<(EmailToSend Item, ComposedEmail Email)> left = new(mails);
    private readonly Lock gate = new();
    private int working;
    private bool stopped;

    public int Left => left.Count;

    public void Join()
    {
        lock (gate)
        {
            working++;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            working--;
        }
    }

    public bool TryTake(out (EmailToSend Item, ComposedEmail Email) mail)
    {
        mail = default;
        return !Volatile.Read(ref stopped) && left.TryDequeue(out mail);
    }

    public IReadOnlyList<(EmailToSend Item, ComposedEmail Email)> TakeAll()
    {
        var all = new List<(EmailToSend Item, ComposedEmail Email)>();
        while (TryTake(out var mail))
        {
            all.Add(mail);
        }

        return all;
    }

    /// <summary>Leaves a mail that could not be begun to the other connections.</summary>
    /// <returns>False where there are none.</returns>
    public bool LeaveTo((EmailToSend Item, ComposedEmail Email) mail)
    {
        lock (gate)
        {
            if (working < 2)
            {
                return false;
            }

            left.Enqueue(mail);
            return true;
        }
    }

    /// <summary>What was sent cannot be recorded: nothing more is begun.</summary>
    public void Stop() => Volatile.Write(ref stopped, true);
}
