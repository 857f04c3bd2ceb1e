namespace Alerts.Infrastructure.Storage;

internal sealed class QueueTally
{
    private long handled;
    private long failed;
    private long poisoned;
    private int inHand;

    public void Take() => Interlocked.Increment(ref inHand);

    public void PutDown() => Interlocked.Decrement(ref inHand);

    public void Handled() => Interlocked.Increment(ref handled);

    public void Failed() => Interlocked.Increment(ref failed);

    public void Poisoned() => Interlocked.Increment(ref poisoned);

    public QueuePumpCounts Read() => new(Interlocked.Read(ref handled), Interlocked.Read(ref failed), Interlocked.Read(ref poisoned), Volatile.Read(ref inHand));
}
