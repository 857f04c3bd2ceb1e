using System.Collections.Concurrent;

namespace Alerts.Core.Delivery.Endpoints;

/// <summary>How many calls of one endpoint this instance has under way: a slow one must not hold the places of the others.</summary>
public sealed class EndpointGates
{
    public const int CallsAtOnce = 4;

    private readonly ConcurrentDictionary<string, int> underWay = new(StringComparer.Ordinal);

    /// <returns>False where there are enough.</returns>
    public bool TryEnter(string subscriptionId)
    {
        if (underWay.AddOrUpdate(subscriptionId, 1, (_, count) => count + 1) <= CallsAtOnce)
        {
            return true;
        }

        Leave(subscriptionId);
        return false;
    }

    public void Leave(string subscriptionId)
    {
        if (underWay.AddOrUpdate(subscriptionId, 0, (_, count) => count - 1) <= 0)
        {
            underWay.TryRemove(KeyValuePair.Create(subscriptionId, 0));
        }
    }
}
