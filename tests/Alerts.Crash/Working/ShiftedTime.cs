namespace Alerts.Crash.Working;

/// <summary>The real clock, put forward on command: what a claim waits minutes for is there at once.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long shift;

    public void PutForward(TimeSpan span) => Interlocked.Add(ref shift, span.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref shift));
}
