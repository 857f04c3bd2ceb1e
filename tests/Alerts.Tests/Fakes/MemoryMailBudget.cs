using Alerts.Core.Delivery.Operating;

namespace Alerts.Tests.Fakes;

public sealed class MemoryMailBudget : IMailBudget
{
    private readonly Lock gate = new();
    private readonly Dictionary<DateOnly, int> spent = [];

    public Task<int> TakeAsync(DateOnly day, int wanted, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var taken = Math.Clamp(limit - spent.GetValueOrDefault(day), 0, wanted);
            spent[day] = spent.GetValueOrDefault(day) + taken;
            return Task.FromResult(taken);
        }
    }

    public Task<int> SpentAsync(DateOnly day, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(spent.GetValueOrDefault(day));
        }
    }
}
