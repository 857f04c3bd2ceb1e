using Alerts.Core;

namespace Alerts.Benchmarks.Polling;

internal sealed class Half : IDice
{
    public double Roll() => 0.5;
}
