using System.Diagnostics;

namespace Alerts.Crash.Working;

/// <summary>Armed with a point and the how-manieth time that it is passed, kills this process as the system would: no handler runs, nothing is flushed.</summary>
internal sealed class KillSwitch
{
    private readonly Lock gate = new();
    private CrashPoint? armed;
    private int left;

    public CrashPoint? Armed
    {
        get
        {
            lock (gate)
            {
                return armed;
            }
        }
    }

    public void Arm(CrashPoint point, int pass)
    {
        lock (gate)
        {
            (armed, left) = (point, pass);
        }
    }

    public void Disarm()
    {
        lock (gate)
        {
            armed = null;
        }
    }

    /// <returns>Whether this is the time.</returns>
    public bool Pass(CrashPoint point)
    {
        lock (gate)
        {
            return armed == point && --left == 0;
        }
    }

    public static void Kill()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
