namespace Alerts.Benchmarks.Hostile;

/// <summary>The most that the heap grew while this was open, sampled each millisecond.</summary>
internal sealed class MemoryPeak : IDisposable
{
    private readonly long before = GC.GetTotalMemory(forceFullCollection: false);
    private readonly Timer timer;
    private long most;

    public MemoryPeak() => timer = new Timer(_ => Look(), null, 0, 1);

    public double Megabytes
    {
        get
        {
            Look();
            return Math.Max(0, Volatile.Read(ref most) - before) / 1e6;
        }
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        long known;
        while (now > (known = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, now, known) != known)
        {
        }
    }
}
