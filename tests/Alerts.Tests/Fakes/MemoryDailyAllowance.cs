using Alerts.Core.Alerting;

namespace Alerts.Tests.Fakes;

public sealed class MemoryDailyAllowance : IDailyAllowance
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string, DateOnly), HashSet<string>> taken = [];

    public int Asked { get; private set; }

    public Task<bool> TakeAsync(string subscriptionId, DateOnly day, string alertId, int places, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Asked++;
            if (!taken.TryGetValue((subscriptionId, day), out var alerts))
            {
                taken[(subscriptionId, day)] = alerts = [];
            }

            return Task.FromResult(alerts.Contains(alertId) || (alerts.Count < places && alerts.Add(alertId)));
        }
    }
}
