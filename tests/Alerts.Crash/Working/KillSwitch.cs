using System.Diagnostics;
using Alerts.Core.Subscriptions;

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

    /// <summary>Whose claims and records count; the other channel waits meanwhile.</summary>
    public ChannelKind Channel { get; private set; }

    public void Arm(CrashPoint point, int pass, ChannelKind channel)
    {
        lock (gate)
        {
            (armed, left, Channel) = (point, pass, channel);
        }
    }

    /// <returns>False where the point has been passed: this process is dying, however long a loaded machine takes for it.</returns>
    public bool Disarm()
    {
        lock (gate)
        {
            if (armed is not null && left <= 0)
            {
                return false;
            }

            armed = null;
            return true;
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
