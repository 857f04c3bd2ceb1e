using Alerts.Core;

namespace Alerts.Infrastructure;

internal sealed class SystemDice : IDice
{
    public double Roll() => Random.Shared.NextDouble();
}
