using Alerts.Core;

namespace Alerts.Benchmarks.Polling;

internal sealed class FixedDice : IDice
{
    public double Roll() => 0.5;
}
