using System.Runtime.CompilerServices;
using Alerts.Core.Matching.Scanning;

namespace Alerts.Benchmarks.Matching;

/// <summary>What making a scanner costs.</summary>
internal static class BuildCost
{
    private const int Aliases = 200_000;
    private const int Runs = 5;

    public static void Print(string[] names)
    {
        TimeSpan best = TimeSpan.MaxValue;
        long kept = 0;
        for (int run = 0; run < Runs; run++)
        {
            (TimeSpan took, kept) = Once(names);
            best = took < best ? took : best;
        }
        Console.WriteLine($"\n{Aliases:N0} aliases built in {best.TotalSeconds:0.000} s, {kept / 1e6:0.0} MB kept");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (TimeSpan Took, long Kept) Once(string[] names)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        AliasScanner scanner = Build(names);
        TimeSpan took = Environment.CpuUsage.TotalTime - start;
        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(scanner);
        return (took, kept);
    }

    private static AliasScanner Build(string[] names)
    {
        var builder = new AliasScannerBuilder();
        for (int i = 0; i < Math.Min(Aliases, names.Length); i++)
            builder.Add(names[i], i);
        return builder.Build();
    }
}
