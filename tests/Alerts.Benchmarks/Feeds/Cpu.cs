namespace Alerts.Benchmarks.Feeds;

/// <summary>Processor time of this process: what a busy machine does to the clock on the wall does not show in it.</summary>
internal static class Cpu
{
    public static TimeSpan Used => Environment.CpuUsage.TotalTime;
}
